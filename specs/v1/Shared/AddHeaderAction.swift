import SpecModel

/// Adds a header to a received mail.
///
/// Source: API reference p. 75.
extension SESv1 {
    static let addHeaderAction = Structure(
        "AddHeaderAction", "Adds a header to a received mail.", page: 75,
        members: [
            Member("HeaderName", headerName, required: true, "Name of the header.", example: "X-Conformance"),
            Member("HeaderValue", headerValue, required: true, "Value of the header.", example: "checked by rule"),
        ])
}
