import SpecModel

/// A further header of a delivery status notification.
///
/// Source: API reference p. 78.
extension SESv1 {
    static let extensionField = Structure(
        "ExtensionField", "A further header of a delivery status notification.", page: 78,
        members: [
            Member("Name", headerName, required: true, "Name of the header.", example: "X-Conformance"),
            Member("Value", headerValue, required: true, "Value of the header.", example: "checked by bounce"),
        ])
}
