import SpecCatalog
import SpecModel
import Wire

/// Amazon SES in process, as the API reference describes it: both APIs over one state.
///
/// It checks parameters by the catalogue that it is given and keeps what mails it accepts; it delivers nothing.
public final class ReferenceService: Service {
    private let clock: any TimeSource
    private let identifiers: any IdentifierSource
    private let query: QueryInterface
    private let json: JSONInterface
    private let account: Guarded<Account>

    public init(
        catalog: Catalog = .standard, settings: Settings = Settings(), clock: any TimeSource = SystemTime(),
        identifiers: any IdentifierSource = RandomIdentifiers()
    ) {
        self.clock = clock
        self.identifiers = identifiers
        let authentication = Authentication(settings)
        query = QueryInterface(catalog, authentication)
        json = JSONInterface(catalog, authentication)
        account = Guarded(Account(settings))
    }

    /// The latest thousand mails that the service accepted, oldest first.
    public var messages: [AcceptedMessage] { account.withLock { $0.mailbox.messages } }

    /// Answers a request; may be called from many threads at a time.
    public func answer(_ request: HTTPRequest) -> HTTPResponse {
        let identifiers = identifiers.identifiers(for: request)
        let context = Context(now: clock.milliseconds, requestID: identifiers.requestID(), identifiers: identifiers)
        return JSONInterface.takes(request)
            ? json.answer(request, account, context) : query.answer(request, account, context)
    }
}
