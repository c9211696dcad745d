import SpecModel

/// The body of a message that the service composes.
///
/// Source: API reference p. 75.
extension SESv1 {
    static let body = Structure(
        "Body", "The body of a message as plain text, as HTML, or as both.", page: 75,
        members: [
            Member("Html", .structure("Content"), "The HTML part."),
            Member("Text", .structure("Content"), "The plain text part."),
        ],
        // Text comes first: it is what minimal requests send.
        rules: [.atLeastOne(["Text", "Html"], source: "API reference p. 75")]
    )
}
