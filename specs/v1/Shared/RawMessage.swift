import SpecModel

/// A message as the client wrote it, headers and all.
///
/// Source: API reference p. 84.
extension SESv1 {
    static let rawMessage = Structure(
        "RawMessage", "A whole message with headers, as it goes over the wire.", page: 84,
        members: [
            Member(
                "Data", .blob, required: true, "The message's bytes: headers, a blank line, the body.",
                example: .blob(plainMessage))
        ]
    )

    /// A message that names its sender and its recipient in the headers, so that it needs no other parameter.
    static let plainMessage = """
        From: ⟦sender⟧\r
        To: success@simulator.amazonses.com\r
        Subject: Conformance test\r
        MIME-Version: 1.0\r
        Content-Type: text/plain; charset=us-ascii\r
        \r
        Conformance test\r

        """
}
