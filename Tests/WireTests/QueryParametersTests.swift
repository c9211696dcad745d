import SpecModel
import Testing
import Wire

@Suite struct QueryParametersTests {
    @Test("structures are dotted, lists counted from 1, in the order of the fields") func nested() {
        let fields: [Field] = [
            Field("Source", "a@example.com"),
            Field("Destination", ["ToAddresses": ["b@example.com", "c@example.com"], "CcAddresses": []]),
            Field("Message", ["Subject": ["Data": "⟦x"], "Body": [:]]),
            Field("Rules", [["Name": "one", "Recipients": ["d"]], ["Name": "two", "Enabled": false]]),
        ]
        #expect(
            QueryParameters.flatten(fields) == [
                FormParameter("Source", "a@example.com"),
                FormParameter("Destination.ToAddresses.member.1", "b@example.com"),
                FormParameter("Destination.ToAddresses.member.2", "c@example.com"),
                FormParameter("Message.Subject.Data", "⟦x"),
                FormParameter("Rules.member.1.Name", "one"),
                FormParameter("Rules.member.1.Recipients.member.1", "d"),
                FormParameter("Rules.member.2.Name", "two"),
                FormParameter("Rules.member.2.Enabled", "false"),
            ])
    }

    @Test(
        "scalars are spelled as the service reads them",
        arguments: [
            (Value.text(""), ""), (.text(" a "), " a "), (.integer(-3), "-3"), (.boolean(true), "true"),
            (.boolean(false), "false"), (.blob("Subject: ü\n"), "U3ViamVjdDogw7wK"), (.blob(""), ""),
        ])
    func scalars(value: Value, text: String) {
        #expect(QueryParameters.flatten([Field("P", value)]) == [FormParameter("P", text)])
    }

    @Test("an echo has no place in a request and is not written") func echo() {
        #expect(QueryParameters.flatten([Field("P", .echo("Q")), Field("R", [.echo("Q")])]) == [])
    }
}
