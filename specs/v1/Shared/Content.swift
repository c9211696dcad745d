import SpecModel

/// A text with the character set that it is written in.
///
/// Source: API reference p. 77.
extension SESv1 {
    static let content = Structure(
        "Content", "A text and, unless it is 7-bit ASCII, its character set.", page: 77,
        members: [
            Member("Charset", .string(), "The character set, such as UTF-8; 7-bit ASCII without it.", example: "UTF-8"),
            Member("Data", .string(), required: true, "The text itself.", example: "Conformance test"),
        ]
    )
}
