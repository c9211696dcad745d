import SpecModel
import Testing

@testable import Conformance

@Suite struct MemberSiteTests {
    private let structures = [
        "Rule": Structure(
            "Rule", "", page: 1,
            members: [
                SampleOperation.text("Name", required: true),
                Member("Actions", .list(of: .structure("Action"), ordered: true), ""),
            ]),
        "Action": Structure(
            "Action", "", page: 1,
            members: [SampleOperation.text("S3Action"), SampleOperation.text("StopAction")],
            rules: [.exactlyOne(["S3Action", "StopAction"], source: "p. 1")]),
        "Loop": Structure("Loop", "", page: 1, members: [Member("Loop", .structure("Loop"), "")]),
    ]

    private func sites(_ parameters: [Member]) -> [MemberSite] {
        MemberSite.all(of: SampleOperation.make(parameters), structures: structures)
    }

    @Test("owners come before what they own, with dotted and kebab-case names") func order() {
        let found = sites([Member("Rule", .structure("Rule"), required: true, ""), SampleOperation.text("After")])
        #expect(
            found.map(\.dotted) == [
                "Rule", "Rule.Name", "Rule.Actions", "Rule.Actions.member.1.S3Action",
                "Rule.Actions.member.1.StopAction", "After",
            ])
        #expect(found[3].kebab == "rule-actions-s3-action" && found[3].member.name == "S3Action")
        #expect(found.map(\.isReachedByRequired) == [true, true, true, false, false, true])
        #expect(
            found.map(MemberSite.ownerPath) == [
                "", "Rule", "Rule", "Rule.Actions.member.1", "Rule.Actions.member.1", "",
            ])
    }

    @Test("who may not stand beside a member is known") func rivals() {
        let found = sites([Member("Actions", .list(of: .structure("Action")), "")])
        #expect(found.map { $0.path[$0.path.count - 1].rivals } == [[], ["StopAction"], ["S3Action"]])
    }

    @Test("a structure within itself ends somewhere") func recursion() {
        #expect(sites([Member("Loop", .structure("Loop"), "")]).count == 8)
    }

    @Test(
        "names become kebab-case as they are read aloud",
        arguments: [
            ("Source", "source"), ("BehaviorOnMXFailure", "behavior-on-mx-failure"), ("S3Action", "s3-action"),
            ("UTF-8", "utf-8"), ("TLSPolicy", "tls-policy"), ("SNSAction", "sns-action"),
            ("DkimEnabled", "dkim-enabled"),
            ("KmsKeyArn", "kms-key-arn"), ("Max24HourSend", "max24-hour-send"), ("a b", "a-b"), ("A.", "a"), ("", ""),
        ])
    func kebab(_ name: String, _ expected: String) {
        #expect(name.kebabCased == expected)
    }
}
