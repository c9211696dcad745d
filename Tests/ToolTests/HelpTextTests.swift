import Testing

@testable import ses_conformance

@Suite struct HelpTextTests {
    private let help = HelpText(SampleCommands.table)

    @Test("help on a command shows what it is called with") func command() {
        #expect(
            help.text("serve") == """
                Answer on a port.

                Usage: ses-conformance serve [OPTION]…

                Options:
                  --port N                 the port
                  --sandbox                only verified recipients
                  --resource KIND=VALUE …  a resource

                Examples:
                  ses-conformance serve
                      any port

                Exit codes:
                  0  done; the endpoint conforms, or every difference is in the baseline
                  2  wrong usage, or a spec, golden, baseline or file that can't be used

                Environment:
                  AWS_REGION  the region

                """)
    }

    @Test("the overview marks the standard command and leaves hidden ones out") func overview() {
        let text = help.text(nil)
        #expect(text.contains("  run        judge an endpoint (where none is named)\n"))
        #expect(!text.contains("bench"))
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
    }

    @Test("a group lists its commands") func group() {
        #expect(help.text("spec").contains("  spec show  show an operation\n"))
    }

    @Test("each command of the tool has help that fits and examples that begin with what can be typed")
    func everyCommand() {
        for declaration in CommandTable.tool.declarations {
            let text = HelpText(.tool).text(declaration.name)
            let long = text.split(separator: "\n").filter { $0.count > 80 && !$0.hasPrefix("  ses-conformance") }
            #expect(long.isEmpty, "\(declaration.name): \(long)")
            #expect(declaration.isHidden || !declaration.examples.isEmpty, "\(declaration.name) has no example")
            #expect(declaration.examples.allSatisfy { $0.line.contains("ses-conformance") })
            #expect(!declaration.abstract.hasSuffix("."))
        }
    }
}
