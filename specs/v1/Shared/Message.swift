import SpecModel

/// A message that the service composes.
///
/// Source: API reference p. 83.
extension SESv1 {
    static let message = Structure(
        "Message", "A message in parts, from which the service makes the mail.", page: 83,
        members: [
            Member("Body", .structure("Body"), required: true, "The body."),
            Member("Subject", .structure("Content"), required: true, "The subject line."),
        ]
    )
}
