import Wire

/// Everything that an account holds; handlers are methods on it, one file a family.
struct Account: Sendable {
    let settings: Settings
    var identities = OrderedStore<Identity>()
    var ruleSets = OrderedStore<ReceiptRuleSet>()
    var filters = OrderedStore<ReceiptFilter>()
    var templates = OrderedStore<EmailTemplate>()
    var verificationTemplates = OrderedStore<CustomVerificationTemplate>()
    /// nil until they are told.
    var details: AccountDetails?
    /// The name of the active rule set.
    var activeRuleSet: String?
    var mailbox = Mailbox()
    var statistics = SendStatistics()
    var throttle: Throttle

    init(_ settings: Settings) {
        self.settings = settings
        throttle = Throttle(rate: settings.throttle)
    }

    /// Source: truth entry "per-second rate exceeded"; the wording for other operations is this project's own.
    mutating func admit(sending: Bool, at now: Int64) throws(Refusal) {
        guard !throttle.admits(at: now) else { return }
        throw Refusal("Throttling", sending ? "Maximum sending rate exceeded." : "Rate exceeded")
    }
}

/// What a handler knows of the request beside its parameters.
struct Context {
    /// Milliseconds since 1970.
    let now: Int64
    let requestID: String
    let identifiers: any IdentifierSource

    /// An answer with the headers that every answer has.
    func response(
        _ status: Int, _ contentType: String, headers: [Header] = [], body: [UInt8]
    ) -> HTTPResponse {
        let common = [
            Header("x-amzn-RequestId", requestID), Header("Content-Type", contentType),
            Header("Date", HTTPDate.text(now)),
        ]
        return HTTPResponse(status: status, headers: common + headers, body: body)
    }
}

/// Values by name that keep the order in which they were made, so that a page can go on where another ended.
struct OrderedStore<Value: Sendable>: Sendable {
    private struct Slot: Sendable {
        let serial: UInt64
        var value: Value
    }

    private var slots: [String: Slot] = [:]
    /// Ascending by serial.
    private var order: [(serial: UInt64, key: String)] = []
    private var lastSerial: UInt64 = 0

    var count: Int { order.count }

    /// All values, oldest first.
    var values: [Value] { order.compactMap { slots[$0.key]?.value } }

    subscript(key: String) -> Value? { slots[key]?.value }

    /// Adds a value at the end, or puts it in another's place.
    mutating func set(_ key: String, _ value: Value) {
        if slots[key] != nil {
            slots[key]?.value = value
        } else {
            lastSerial += 1
            slots[key] = Slot(serial: lastSerial, value: value)
            order.append((lastSerial, key))
        }
    }

    /// Changes a value in place; does nothing if there is none.
    mutating func update<Failure: Error>(
        _ key: String, _ change: (inout Value) throws(Failure) -> Void
    ) throws(Failure) {
        guard let index = slots.index(forKey: key) else { return }
        try change(&slots.values[index].value)
    }

    mutating func remove(_ key: String) {
        guard let slot = slots.removeValue(forKey: key) else { return }
        let position = firstPosition(after: slot.serial - 1)
        if position < order.count, order[position].serial == slot.serial { order.remove(at: position) }
    }

    /// The values after a serial that fulfil a condition, at most as many as asked, and the serial to go on from.
    func page(
        after serial: UInt64, size: Int, where condition: (Value) -> Bool = { _ in true }
    ) -> (values: [Value], next: UInt64?) {
        var values: [Value] = []
        var last = serial
        for (serial, key) in order[firstPosition(after: serial)...] {
            guard let value = slots[key]?.value, condition(value) else { continue }
            if values.count == size { return (values, last) }
            values.append(value)
            last = serial
        }
        return (values, nil)
    }

    private func firstPosition(after serial: UInt64) -> Int {
        var (low, high) = (0, order.count)
        while low < high {
            let middle = (low + high) / 2
            if order[middle].serial <= serial { low = middle + 1 } else { high = middle }
        }
        return low
    }
}
