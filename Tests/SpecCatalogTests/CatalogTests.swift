import SpecCatalog
import Testing

@Suite struct CatalogTests {
    @Test("the catalogue holds both APIs") func first() {
        #expect(Catalog.standard.specifications.map(\.api) == [.v1, .v2])
    }
}
