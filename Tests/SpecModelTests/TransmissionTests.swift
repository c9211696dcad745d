import SpecModel
import Testing

@Suite struct TransmissionTests {
    @Test("says what is unusual about it, in one line") func description() {
        let all = Transmission(
            version: "HTTP/1.0", isAbsolute: true,
            headers: [.init("Host", []), .init("X", ["X: a\r\n b\t\0"])], chunking: .init(extension: ";a=b"),
            tail: "0\r}", endsWriting: true, cuts: [.body, .lineEnd], ahead: [.head, .operation("GetSendQuota")])
        #expect(
            "\(all)"
                == "HTTP/1.0; a whole URL as target; no Host; X: a\\r\\n b\\t\\0; in chunks;a=b; "
                + "cut between carriage return and line feed; cut within the body; behind HEAD; behind GetSendQuota; "
                + "then 0\\r}; then closed for writing")
        #expect("\(Transmission())".isEmpty)
    }
}

@Suite struct HTTPDemandTests {
    @Test("no two demands have one name or send the same") func distinct() {
        let all = HTTPDemand.all + [.incompleteBody]
        #expect(Set(all.map(\.name)).count == all.count)
        #expect(Set(all.map { $0.transmission(behind: "Other") }).count == all.count)
    }

    @Test("each rests on a section of HTTP, and only what must be is required") func sources() {
        for demand in HTTPDemand.all + [.incompleteBody] {
            #expect(demand.source.source.contains(/RFC 911[02], \d/), "\(demand.name)")
            let isJudged = demand.answer != .unknown || demand.name == HTTPDemand.incompleteBody.name
            #expect(demand.requirement.contains("MUST") == isJudged, "\(demand.name)")
        }
    }
}
