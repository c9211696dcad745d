import SpecModel
import Testing
import Wire

@testable import Conformance

@Suite struct RequestBuilderTests {
    private let structures = [
        "Message": Structure(
            "Message", "", page: 1,
            members: [
                Member("Subject", .structure("Content"), required: true, ""),
                Member("Body", .structure("Body"), required: true, ""),
            ]),
        "Body": Structure(
            "Body", "", page: 1,
            members: [Member("Html", .structure("Content"), ""), Member("Text", .structure("Content"), "")],
            rules: [.atLeastOne(["Text", "Html"], source: "p. 1")]),
        "Content": Structure(
            "Content", "", page: 1,
            members: [SampleOperation.text("Data", required: true), SampleOperation.text("Charset", example: "UTF-8")]),
        "Action": Structure(
            "Action", "", page: 1,
            members: [
                Member("Topic", .string(), "", example: "⟦resource:sns-topic⟧", need: .snsTopic),
                SampleOperation.text("Stop", example: "s"),
            ], rules: [.exactlyOne(["Topic", "Stop"], source: "p. 1")]),
    ]

    private func builder(_ parameters: [Member], rules: [MemberRule] = []) -> RequestBuilder {
        RequestBuilder(operation: SampleOperation.make(parameters, rules: rules), structures: structures)
    }

    @Test("the minimal request satisfies what is required at every depth, and no more") func minimal() {
        let builder = builder([Member("Message", .structure("Message"), required: true, "")])
        #expect(builder.minimal().sent == ["Message.Subject.Data=a", "Message.Body.Text.Data=a"])
        #expect(
            builder.complete().sent == [
                "Message.Subject.Data=a", "Message.Subject.Charset=UTF-8", "Message.Body.Html.Data=a",
                "Message.Body.Html.Charset=UTF-8", "Message.Body.Text.Data=a", "Message.Body.Text.Charset=UTF-8",
            ])
    }

    @Test("of what excludes each other, that is taken which needs nothing") func choice() {
        let builder = builder([Member("Actions", .list(of: .structure("Action")), required: true, "")])
        #expect(builder.minimal().sent == ["Actions.member.1.Stop=s"])
        #expect(builder.complete().sent == ["Actions.member.1.Stop=s"])
    }

    @Test("a request for a site has its owners, and none of its rivals") func site() throws {
        let builder = builder([Member("Actions", .list(of: .structure("Action")), required: true, "")])
        let sites = MemberSite.all(of: builder.operation, structures: structures)
        let topic = try #require(sites.first { $0.member.name == "Topic" })
        #expect(builder.request(including: topic).sent == ["Actions.member.1.Topic=⟦resource:sns-topic⟧"])
    }

    @Test("an example of a member's own goes before one that is put together") func example() {
        let builder = builder([Member("Message", .structure("Message"), required: true, "", example: ["Own": "x"])])
        #expect(builder.minimal().sent == ["Message.Own=x"])
    }
}

@Suite struct RequestComposerTests {
    private let composer = RequestComposer(catalog: .standard, api: .v1)

    private func form(_ step: Step) -> String {
        String(decoding: composer.request(of: step, input: step.input).body, as: UTF8.self)
    }

    @Test("a request is a form with its action and version first") func usual() {
        let request = composer.request(
            of: .setup("Do", ["A": "é &", "B": [1, true]]), input: ["A": "é &", "B": [1, true]])
        #expect(
            String(decoding: request.body, as: UTF8.self)
                == "Action=Do&Version=2010-12-01&A=%C3%A9%20%26&B.member.1=1&B.member.2=true")
        #expect(request.method == "POST" && request.target == "/")
        #expect(request.header("content-type") == "application/x-www-form-urlencoded; charset=utf-8")
    }

    @Test("what is out of the ordinary is sent so") func envelope() {
        func step(_ envelope: Envelope) -> Step { Step("", "Do", ["A": "x"], expect: .ignored, envelope: envelope) }
        #expect(form(step(Envelope(action: .named("do"), version: "2000-01-01"))) == "Action=do&Version=2000-01-01&A=x")
        #expect(form(step(Envelope(action: .absent, version: nil))) == "A=x")
        let get = composer.request(of: step(Envelope(method: "GET")), input: ["A": "x"])
        #expect(get.target == "/?Action=Do&Version=2010-12-01&A=x" && get.body.isEmpty && get.method == "GET")
        let bare = composer.request(of: step(Envelope(contentType: .absent)), input: [:])
        #expect(bare.header("Content-Type") == nil)
    }

    @Test("parameters go out in reverse order, with a tail, or not at all where a step says so") func bodies() {
        func step(_ body: Envelope.Body) -> Step {
            Step("", "Do", ["A": "x y"], expect: .ignored, envelope: Envelope(body: body))
        }
        #expect(form(step(.reversed)) == "A=x%20y&Version=2010-12-01&Action=Do")
        #expect(form(step(.followed(by: "&B=%4"))) == "Action=Do&Version=2010-12-01&A=x%20y&B=%4")
        #expect(form(step(.text("{}"))) == "{}")
        let golden = composer.goldenRequest(of: step(.followed(by: "&B=%4")))
        #expect(golden.body == .bytes(Array("Action=Do&Version=2010-12-01&A=x%20y&B=%4".utf8)))
        #expect(composer.goldenRequest(of: step(.text(""))).body == .bytes([]))
        #expect(
            composer.goldenRequest(of: step(.reversed)).body == .form(["A=x%20y", "Version=2010-12-01", "Action=Do"]))
    }

    @Test(
        "a golden's request says how it is signed out of the ordinary",
        arguments: [
            (Envelope.Signature.absent, "none"), (.unknownKey, "by an unknown key"),
            (.malformed, "without its signature"),
            (.wrongSecret, "by another secret"), (.otherService, "for another service"),
            (.minutesOff(-16), "16 minutes ago"), (.minutesOff(16), "16 minutes ahead"),
            (.tampered, "before the last byte was changed"),
        ])
    func signature(_ signature: Envelope.Signature, _ words: String) {
        let step = Step("", "Do", expect: .ignored, envelope: Envelope(signature: signature))
        #expect(composer.goldenRequest(of: step).headers == [Header("Authorization", words)])
    }

    @Test("a golden's request keeps placeholders, and shows what is inside of a blob") func golden() {
        let step = Step("", "Send", ["Source": "a ⟦sender⟧", "Raw": .blob("To: ⟦name:x⟧\n")], expect: .ignored)
        #expect(
            composer.goldenRequest(of: step).body
                == .form([
                    "Action=Send", "Version=2010-12-01", "Source=a%20⟦sender⟧", "Raw=⟦base64⟧To%3A%20⟦name:x⟧%0A",
                ]))
    }
}
