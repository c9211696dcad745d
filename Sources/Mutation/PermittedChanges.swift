import SpecModel
import Wire

/// Changes of an answer that no client can call a fault.
///
/// Source: the fault rules of this project: member order in structures, white space, prefixes, an XML declaration,
/// quoting, references for characters, header case and the values of ids are no difference.
struct PermittedChanges: Sendable {
    let answer: JudgedAnswer

    func changes() -> [WireFault] { orders() + ownStyles + headers() + values() }

    /// Those that only answers of the API can have.
    private var ownStyles: [WireFault] {
        switch answer.api {
        case .v1: styles()
        case .v2: JSONChanges(answer: answer).changes()
        }
    }

    // MARK: Order

    private func orders() -> [WireFault] {
        let structures = answer.sites.filter { $0.isStructure && $0.tree.children.count > 1 }
        // What stands in no order in JSON is a list: a map is an object.
        let collections = answer.sites.filter { isUnordered($0) && $0.tree.children.count > 1 }
        return [
            reversed(.membersReversed, "reverses the members of every structure", structures.map(\.place)),
            reversed(.unorderedReversed, "reverses every list and map without an order", collections.map(\.place)),
        ].compactMap { $0 }
    }

    private func reversed(_ faultClass: FaultClass, _ what: String, _ places: [[Int]]) -> WireFault? {
        guard !places.isEmpty else { return nil }
        return WireFault(
            faultClass, what,
            tree: { tree in
                // The innermost first: those above move what is below.
                for place in places.reversed() { tree.edit(place[...]) { $0.children.reverse() } }
            })
    }

    private func isUnordered(_ site: Site) -> Bool {
        switch site.shape {
        case .list(_, let list)?: !list.ordered
        case .map?: site.role != .entry
        default: false
        }
    }

    // MARK: Style

    private func styles() -> [WireFault] {
        let declaration = #"<?xml version="1.0" encoding="UTF-8"?>"# + "\n"
        return [
            styled(.whiteSpace, "has no white space") { $0.indent = nil },
            styled(.whiteSpace, "is set in by tabs, lines end in CR LF") {
                $0.indent = "\t"
                $0.lineEnd = "\r\n"
            },
            styled(.prefixed, "has the prefix ses") { $0.prefix = "ses" },
            styled(.declaration, "has an XML declaration") { $0.heading = declaration },
            styled(.declaration, "has a byte order mark and an XML declaration") {
                $0.heading = "\u{FEFF}" + #"<?xml version='1.0' standalone='yes'?>"#
            },
            styled(.quoting, "quotes by apostrophes") { $0.quote = "'" },
            styled(.characterReference, "has every character by number") { $0.text = .referenced },
            styled(.characterData, "has every text in CDATA") { $0.text = .data },
            styled(.commentary, "has comments and processing instructions") {
                $0.heading = "<?style none?><!-- ahead -->"
                $0.comment = "<!-- <within> & so on --><?go on?>"
            },
        ] + (answer.sites.contains { $0.tree.children.isEmpty && $0.tree.text.isEmpty } ? [expanded] : [])
    }

    private var expanded: WireFault {
        styled(.emptyElementForm, "has end tags for empty elements") { $0.expandsEmpty = true }
    }

    private func styled(
        _ faultClass: FaultClass, _ what: String, _ change: (inout XMLStyle) -> Void
    ) -> WireFault {
        WireFault(faultClass, what, in: XMLStyle(), change)
    }

    // MARK: Headers

    private func headers() -> [WireFault] {
        func renamed(_ what: String, _ rename: @escaping @Sendable (String) -> String) -> WireFault {
            WireFault(
                .headerCase, what,
                message: { response in
                    response.headers = response.headers.map { Header(rename($0.name), $0.value) }
                })
        }
        let types: [String] =
            switch answer.api {
            case .v1: ["text/xml;charset=UTF-8", "Text/XML; charset=\"utf-8\"", "application/xml"]
            case .v2:
                [
                    "application/json;charset=UTF-8", "Application/JSON; charset=\"utf-8\"",
                    "application/x-amz-json-1.0", "application/x-amz-json-1.1",
                ]
            }
        let typed = types.map { type in
            WireFault(.charset, "says that it is \(type)", message: { $0.setHeader("Content-Type", type) })
        }
        return [
            renamed("has header names in lower case") { $0.lowercased() },
            renamed("has header names in upper case") { $0.uppercased() },
            WireFault(
                .headerCase, "has further headers",
                message: { response in
                    response.headers += [Header("Server", "faulty"), Header("Cache-Control", "no-cache")]
                }),
        ] + typed
    }

    // MARK: Values

    private func values() -> [WireFault] {
        let usual = identifiers(
            "has other ids", request: "0a1b2c3d-4e5f-6789-abcd-ef0123456789",
            message: "0102030405060708-0a1b2c3d-4e5f-6789-abcd-ef0123456789-000000")
        let foreign = identifiers("has ids of another form", request: "REQ-4711", message: "<4711@example.com>")
        return [usual, foreign] + wording() + otherValues()
    }

    private func identifiers(_ what: String, request id: String, message messageID: String) -> WireFault {
        let isMessageID = { @Sendable (site: Site) in
            guard case .text(let text)? = site.shape else { return false }
            return text.format == .messageID && site.rightTexts == nil
        }
        let messages = answer.sites.filter(isMessageID).map(\.place)
        let requests = answer.sites.filter { $0.role == .requestID }.map(\.place)
        return WireFault(
            .otherIdentifiers, what,
            message: { response in
                response.editTree { tree in
                    for place in requests { tree.edit(place[...]) { $0.text = id } }
                    for place in messages { tree.edit(place[...]) { $0.text = messageID } }
                }
                response.setHeader("x-amzn-RequestId", id)
            })
    }

    private func wording() -> [WireFault] {
        guard let site = answer.freeMessage else { return [] }
        return [
            WireFault(
                .otherWording, "says it in other words",
                tree: { tree in
                    tree.edit(site.place[...]) { message in
                        message.text = "That can't be done & won't be."
                        if message.kind == .null { message.kind = .string }
                    }
                })
        ]
    }

    /// What the service decides by itself, such as quotas and how soon an identity verifies, and where sources disagree.
    private func otherValues() -> [WireFault] {
        // What is kept of an answer must fit what follows.
        guard !answer.exchange.isKept else { return [] }
        return answer.sites.filter(\.isLeaf).flatMap { site in
            site.otherRightTexts.map { text in
                WireFault(
                    .otherValue, "has '\(text)' for '\(site.tree.text)' in \(site.path)", in: site.part,
                    tree: { tree in
                        tree.edit(site.place[...]) { $0.text = text }
                    })
            }
        }
    }
}

extension JudgedAnswer {
    /// The message of an error whose wording nobody knows.
    var freeMessage: Site? {
        sites.first { site in
            site.role == .errorMessage
                && site.alternatives.allSatisfy { other in
                    other.map { Template($0.text).soleName?.kind == "any" } ?? false
                }
        }
    }
}
