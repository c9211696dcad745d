import SpecModel

/// The SES v1 query API, version 2010-12-01.
public enum SESv1 {
    public static let specification = Specification(api: .v1, operations: [], structures: [])
}
