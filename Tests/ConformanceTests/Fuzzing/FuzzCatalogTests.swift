import SpecCatalog
import SpecModel
import Testing

@testable import Conformance

@Suite struct FuzzCatalogTests {
    private static let catalog = FuzzCatalog(.standard)

    /// Everything that is sent, as it is written before names are filled in.
    private static func requests(of id: FuzzID) throws -> [String] {
        let one = try #require(catalog.derivation(of: id)).case
        return (one.setup + one.judged + one.cleanup).map { "\($0.operation) \($0.input) \($0.envelope)" }
    }

    @Test("requests go to each operation in turn, whoever else is asked") func turns() {
        let operations = Self.catalog.operations
        let all = FuzzCatalog.ids(seed: 3, requests: 200, of: operations)
        #expect(all.count == 200 && Set(all).count == 200)
        let one = FuzzCatalog.ids(seed: 3, requests: 2, of: [operations[5]])
        let same = all.filter { $0.operation == operations[5].name && $0.api == operations[5].api }
        #expect(one == Array(same.prefix(2)))
        #expect(FuzzCatalog.ids(seed: 3, requests: 5, of: []).isEmpty)
    }

    @Test("the same id makes the same requests, another seed or number makes others") func sameness() throws {
        var different = 0
        for id in FuzzCatalog.ids(seed: 3, requests: 330, of: Self.catalog.operations) {
            let own = try Self.requests(of: id)
            let again = try Self.requests(of: id)
            #expect(own == again)
            let other = FuzzID(api: id.api, operation: id.operation, seed: 4, number: id.number)
            if try own != Self.requests(of: other) { different += 1 }
        }
        #expect(different > 250)
    }

    @Test("an unknown operation has no requests") func unknown() {
        let id = FuzzID(api: .v1, operation: "NoSuchThing", seed: 1, number: 1)
        #expect(!Self.catalog.knows(id) && Self.catalog.derivation(of: id) == nil)
    }

    @Test("names begin differently in every case") func labels() {
        let ids = FuzzCatalog.ids(seed: 1, requests: 660, of: Self.catalog.operations)
        let labels = ids.compactMap { Self.catalog.derivation(of: $0)?.case.label }
        #expect(Set(labels).count == ids.count)
    }

    @Test("every kind and every operation is asked both ways") func kinds() {
        for operation in Self.catalog.operations {
            let ids = FuzzCatalog.ids(seed: 1, requests: 40, of: [operation])
            let kinds = Set(ids.compactMap { Self.catalog.derivation(of: $0)?.kind })
            #expect(kinds == Set(FuzzKind.allCases), "\(operation.id)")
        }
    }

    @Test(
        "valid requests have all required members and keep within every bound", arguments: catalog.operations.map(\.id))
    func valid(_ operation: String) throws {
        let parts = operation.split(separator: "/").map(String.init)
        let api = try #require(API(rawValue: parts[0]))
        for number in 1...60 {
            let id = FuzzID(api: api, operation: parts[1], seed: 9, number: number)
            let derivation = try #require(Self.catalog.derivation(of: id))
            guard derivation.kind == .valid else { continue }
            let input = derivation.case.steps[0].input
            for site in derivation.subject.sites where input.value(at: site.dotted) != nil {
                Self.check(site, input, "\(id)")
            }
            for member in derivation.subject.operation.parameters where member.required {
                #expect(input[member.name] != nil, "\(id) \(member.name)")
            }
        }
    }

    private static func check(_ site: MemberSite, _ input: Fields, _ id: String) {
        if case .list(_, let list) = site.member.shape, case .list(let members)? = input.value(at: site.dotted) {
            #expect(list.count?.agreed.contains(members.count) ?? true, "\(id) \(site.dotted)")
        }
        guard let (shape, path) = site.text, let text = input.value(at: path)?.scalarText,
            let literal = Template(text).literal
        else { return }
        #expect(shape.allowed.isEmpty || shape.allowed.contains(literal), "\(id) \(path)")
        #expect(shape.length?.agreed.contains(literal.unicodeScalars.count) ?? true, "\(id) \(path)")
        #expect(shape.pattern?.allows(literal) ?? true, "\(id) \(path)")
    }
}
