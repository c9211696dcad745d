import Testing

@testable import ReferenceService

struct HandlebarsTemplateTests {
    private func render(_ template: String, _ data: String, strict: Bool = true) -> String {
        do throws(Refusal) {
            return try HandlebarsTemplate(template).render(try TemplateData(data).tree, strict: strict)
        } catch {
            return "\(error.code): \(error.message ?? "")"
        }
    }

    @Test(
        "tags give way to what the data has",
        arguments: [
            ("Hello {{name}}, {{ name }}!", "Hello Ann, Ann!"), ("{{contact.city}}", "Rome"),
            ("{{contact.address.zip}}", "00100"), ("{{list.1}}{{list.[0]}}", "ba"), ("{{age}}{{no}}", "1.50false"),
            ("{{{name}}}{{& name}}", "AnnAnn"), ("a{{! a comment }}b{{!-- {{name}} --}}c", "abc"),
            ("{{name}", "BadRequestException: The template is not valid. A tag is not closed."),
            ("a } b }} c", "a } b }} c"), ("", ""), ("a  {{~name~}}  b", "aAnnb"),
            ("{{html}}{{{html}}}", "<b>&amp;\"'<b>&amp;\"'"), ("{{this.name}}{{./name}}{{@root.name}}", "AnnAnnAnn"),
        ])
    func values(template: String, text: String) {
        let data = """
            {"name": "Ann", "age": 1.50, "no": false, "html": "<b>&amp;\\"'", "list": ["a", "b"],
             "contact": {"city": "Rome", "address": {"zip": "00100"}}}
            """
        #expect(render(template, data) == text)
    }

    @Test(
        "blocks look at what there is",
        arguments: [
            ("{{#if yes}}a{{else}}b{{/if}}", "a"), ("{{#if no}}a{{else}}b{{/if}}", "b"), ("{{#if no}}a{{/if}}", ""),
            ("{{#if nothing}}a{{else}}b{{/if}}", "b"), ("{{#if empty}}a{{^}}b{{/if}}", "b"),
            ("{{#if zero}}a{{else if yes}}b{{else}}c{{/if}}", "b"),
            ("{{#if none}}a{{else if no}}b{{else}}c{{/if}}", "c"), ("{{#if object}}a{{/if}}", "a"),
            ("{{#unless no}}a{{/unless}}{{#unless yes}}b{{else}}c{{/unless}}", "ac"),
            ("{{#with object}}{{x}}{{../word}}{{/with}}", "1w"), ("{{#object}}{{x}}{{/object}}", "1"),
            ("{{#list}}{{x}}{{/list}}", "12"), ("{{#word}}a{{/word}}", "a"), ("{{#empty}}a{{else}}b{{/empty}}", "b"),
        ])
    func blocks(template: String, text: String) {
        let data = """
            {"yes": true, "no": false, "empty": [], "zero": 0, "none": null, "word": "w", "object": {"x": "1"},
             "list": [{"x": 1}, {"x": 2}]}
            """
        #expect(render(template, data) == text)
    }

    @Test("the published example renders as it was seen to")
    func published() {
        let text = render(
            "{{#each items}} {{name}} is {{#if best}}the best{{else}}a {{type}}{{/if}}, {{/each}}",
            """
            {"items": [{"type": "dog", "name": "bobby", "best": true}, {"type": "cat", "name": "pedro", "best": false}]}
            """)
        #expect(text == " bobby is the best,  pedro is a cat, ")
    }

    @Test(
        "each goes through lists and objects",
        arguments: [
            ("{{#each list}}{{@index}}{{this}}{{#unless @last}}, {{/unless}}{{/each}}", "0a, 1b, 2c"),
            ("{{#each list}}{{#if @first}}>{{/if}}{{.}}{{/each}}", ">abc"),
            ("{{#each object}}{{@key}}={{this}};{{/each}}", "k=1;l=2;"),
            ("{{#each none}}a{{else}}b{{/each}}", "b"),
            ("{{#each rows}}{{#each this}}{{.}}{{../../sign}}{{/each}}|{{/each}}", "1!2!|3!|"),
        ])
    func each(template: String, text: String) {
        let data = """
            {"list": ["a", "b", "c"], "object": {"k": 1, "l": 2}, "none": [], "rows": [[1, 2], [3]], "sign": "!"}
            """
        #expect(render(template, data) == text)
    }

    @Test("a partial is used wherever its name stands, and its line leaves nothing behind")
    func partials() {
        let template =
            "{{#* inline \"fullName\"}}{{firstName}}{{#if lastName}} {{lastName}}{{/if}}{{/inline}}\n"
            + "Hello {{> fullName}}!{{#each friends}} {{> fullName}}{{/each}}"
        let data = "{\"firstName\": \"A\", \"friends\": [{\"firstName\": \"B\", \"lastName\": \"C\"}]}"
        #expect(render(template, data) == "Hello A! B C")
    }

    @Test("an attribute that is not there is named, or left empty")
    func missing() {
        let template = "Hi {{name}} {{contact.city}}"
        #expect(
            render(template, "{\"name\": \"A\"}")
                == "BadRequestException: Attribute 'contact.city' is not present in the rendering data.")
        #expect(
            render(template, "{\"name\": null, \"contact\": {\"city\": \"\"}}")
                == "BadRequestException: Attribute 'name' is not present in the rendering data.")
        #expect(render(template, "{\"name\": \"A\"}", strict: false) == "Hi A ")
        #expect(render("{{#each list}}{{x}}{{/each}}", "{\"list\": []}") == "")
    }

    @Test(
        "a template that is not well-formed is refused",
        arguments: [
            "{{#if a}}b", "{{#each a}}{{/if}}", "{{/if}}", "{{else}}", "{{#if}}a{{/if}}", "{{}}", "{{a b}}",
            "{{#loop a}}b{{/loop}}", "{{#if a}}{{else}}b{{else}}c{{/if}}", "{{!-- a", "{{> x y}}",
            "{{#* inline \"p\"}}a", String(repeating: "{{#if a}}", count: 5000),
        ])
    func malformed(template: String) {
        #expect(throws: Refusal.self) { try HandlebarsTemplate(template) }
    }

    @Test("partials that nobody made, or that include themselves, end as an error")
    func endless() {
        #expect(render("{{> p}}", "{}").hasPrefix("BadRequestException"))
        #expect(render("{{#* inline \"p\"}}a{{> p}}{{/inline}}{{> p}}", "{}").hasPrefix("BadRequestException"))
    }

    @Test("data is an object", arguments: ["", "[]", "\"x\"", "{", "null", "{a: 1}"])
    func data(text: String) {
        #expect(throws: Refusal.badRequest("The template data is not a JSON object.")) { try TemplateData(text) }
    }
}
