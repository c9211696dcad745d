import SpecModel

/// The SES v2 REST-JSON API, version 2019-09-27.
///
/// Note: no operation is described yet; `--api v2` says so and selects nothing.
public enum SESv2 {
    public static let specification = Specification(api: .v2, operations: [], structures: [])
}
