import Testing

@testable import ReferenceService

struct TemplatesTests {
    private let ses = ServiceUnderTest()

    @Test("a template is read back as it was made, and as it was changed")
    func life() {
        #expect(ses.createTemplate(subject: "a {{x}}", text: "b\n\"c\"", html: "<p>ä</p>").outcome == "200 {}")
        #expect(
            ses.request("GET", "/templates/t").body
                == "{\"TemplateName\":\"t\",\"TemplateContent\":{\"Subject\":\"a {{x}}\",\"Text\":\"b\\n\\\"c\\\"\","
                + "\"Html\":\"<p>ä</p>\"}}")
        let changed = ses.request("PUT", "/templates/t", "{\"TemplateContent\":{\"Html\":\"\"}}")
        #expect(changed.outcome == "200 {}")
        let read = ses.request("GET", "/templates/t")
        #expect(read.body == "{\"TemplateName\":\"t\",\"TemplateContent\":{\"Html\":\"\"}}")
        #expect(ses.request("DELETE", "/templates/t").outcome == "200 {}")
        #expect(ses.request("GET", "/templates/t").outcome == missing)
    }

    private let missing = "NotFoundException 404: Template t does not exist."

    @Test(
        "what needs a template does not do without",
        arguments: [
            ("GET", "", ""), ("DELETE", "", ""), ("PUT", "", "{\"TemplateContent\":{}}"),
            ("POST", "/render", "{\"TemplateData\":\"{}\"}"),
        ])
    func absent(method: String, path: String, body: String) {
        #expect(ses.request(method, "/templates/t" + path, body).outcome == missing)
    }

    @Test("a name is taken once, whatever the content")
    func taken() {
        ses.createTemplate()
        let again = ses.createTemplate(text: "other")
        #expect(again.outcome == "AlreadyExistsException 400: Template t already exists.")
        #expect(ses.request("GET", "/templates/t")["TemplateContent.Text"] == "t")
    }

    @Test("templates are listed in pages of ten, oldest first, with the time in seconds")
    func pages() {
        for number in 1...21 { ses.createTemplate("t\(number)") }
        let first = ses.request("GET", "/templates")
        #expect(first["TemplatesMetadata.9.TemplateName"] == "t10")
        #expect(first["TemplatesMetadata.10.TemplateName"] == nil)
        #expect(first["TemplatesMetadata.0.CreatedTimestamp"] == "1545155745.607")
        let second = ses.request("GET", "/templates?PageSize=10&NextToken=\(first["NextToken"] ?? "")")
        #expect(second["TemplatesMetadata.0.TemplateName"] == "t11")
        let last = ses.request("GET", "/templates?NextToken=\(second["NextToken"] ?? "")")
        #expect(last["TemplatesMetadata.0.TemplateName"] == "t21")
        #expect(last["NextToken"] == nil)
        let bad = ses.request("GET", "/templates?NextToken=x")
        #expect(bad.outcome == "BadRequestException 400: Invalid PageToken <x>.")
    }

    @Test("an empty account has no templates")
    func none() {
        #expect(ses.request("GET", "/templates").body == "{\"TemplatesMetadata\":[]}")
    }

    @Test("a rendered template is a mail in MIME, its parts alternatives")
    func render() {
        ses.createTemplate(subject: "Hi {{name}}", text: "Dear {{name}}", html: "<b>{{name}}</b>")
        let reply = ses.request("POST", "/templates/t/render", "{\"TemplateData\":\"{\\\"name\\\":\\\"Ö<&>\\\"}\"}")
        #expect(
            reply["RenderedTemplate"]
                == """
                Date: Tue, 18 Dec 2018 17:55:45 GMT
                Subject: Hi Ö<&>
                MIME-Version: 1.0
                Content-Type: multipart/alternative; boundary="----=_Part_1545155745607"

                ------=_Part_1545155745607
                Content-Type: text/plain; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                Dear Ö<&>
                ------=_Part_1545155745607
                Content-Type: text/html; charset=UTF-8
                Content-Transfer-Encoding: 8bit

                <b>Ö<&></b>
                ------=_Part_1545155745607--

                """.replacing("\n", with: "\r\n"))
    }

    @Test("a part alone needs no boundary")
    func single() {
        ses.createTemplate()
        let reply = ses.request("POST", "/templates/t/render", "{\"TemplateData\":\"{}\"}")
        #expect(reply["RenderedTemplate"]?.hasSuffix("7bit\r\n\r\nt\r\n") == true)
        #expect(reply["RenderedTemplate"]?.contains("boundary") == false)
    }

    @Test("rendering names the attribute that is missing")
    func missingAttribute() {
        ses.createTemplate(text: "{{contact.name}}")
        let reply = ses.request("POST", "/templates/t/render", "{\"TemplateData\":\"{}\"}")
        #expect(
            reply.outcome
                == "BadRequestException 400: Attribute 'contact.name' is not present in the rendering data.")
    }

    @Test("a template that can't be read is not kept, one that is too large neither")
    func refused() {
        let broken = ses.createTemplate(text: "{{#if a}}")
        #expect(broken.outcome == "BadRequestException 400: The template is not valid. {{/if}} is missing.")
        let large = ses.createTemplate(text: String(repeating: "a", count: 512_000))
        #expect(large.outcome == "BadRequestException 400: The template is larger than 512000 bytes.")
        #expect(ses.createTemplate("u", text: String(repeating: "a", count: 511_999)).status == 200)
    }
}
