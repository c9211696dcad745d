import Testing

@testable import ReferenceService

struct ReceiptFiltersTests {
    private let ses = ServiceUnderTest()

    private func create(_ name: String, _ cidr: String = "10.0.0.1/24") -> Reply {
        ses.call(
            "CreateReceiptFilter",
            ["Filter.Name": name, "Filter.IpFilter.Cidr": cidr, "Filter.IpFilter.Policy": "Block"])
    }

    @Test("a filter is listed and deleted, and deleting again succeeds")
    func life() {
        #expect(ses.call("ListReceiptFilters").body.contains("    <Filters/>\n"))
        #expect(create("f").status == 200)
        #expect(
            ses.call("ListReceiptFilters").result("ListReceiptFilters")
                == """

                    <Filters>
                      <member>
                        <Name>f</Name>
                        <IpFilter>
                          <Policy>Block</Policy>
                          <Cidr>10.0.0.1/24</Cidr>
                        </IpFilter>
                      </member>
                    </Filters>
                \("  ")
                """)
        #expect(create("f").error == "AlreadyExists: Filter already exists: f")
        for _ in 1...2 { #expect(ses.call("DeleteReceiptFilter", ["FilterName": "f"]).status == 200) }
        #expect(ses.call("ListReceiptFilters").texts("member").isEmpty)
    }

    @Test(
        "a range is an IPv4 address, alone or with a prefix",
        arguments: [
            ("10.0.0.1", true), ("0.0.0.0/0", true), ("255.255.255.255/32", true), ("10.0.0.1/33", false),
            ("10.0.0", false), ("256.0.0.1", false), ("10.0.0.1/", false), ("10.0.0.1/a", false), ("", false),
            ("::1", false), ("10.0.0.1/24/8", false), ("host", false), ("10.0.0.+1", false),
        ])
    func ranges(cidr: String, isValid: Bool) {
        let reply = create("f", cidr)
        #expect((reply.status == 200) == isValid)
        #expect(reply.text("Code") == (isValid ? nil : "InvalidParameterValue"))
    }

    @Test("a hundred filters are the limit")
    func limit() {
        for number in 1...100 { #expect(create("f\(number)").status == 200) }
        #expect(create("f101").text("Code") == "LimitExceeded")
    }
}
