/// IP address filters.
extension Account {
    mutating func createReceiptFilter(_ input: Arguments) throws(Refusal) {
        guard let given = input.structure("Filter") else { throw .invalidParameterValue("No filter was given.") }
        let address = given.structure("IpFilter")
        let filter = ReceiptFilter(
            name: given.required("Name"), policy: address?.required("Policy") ?? "",
            cidr: address?.required("Cidr") ?? "")
        guard isRange(filter.cidr) else { throw .invalidParameterValue("Invalid CIDR: \(filter.cidr)") }
        guard filters[filter.name] == nil else { throw .alreadyExists("Filter already exists: \(filter.name)") }
        guard filters.count < ReceiptLimits.filters else { throw .limitExceeded("Too many filters") }
        filters.set(filter.name, filter)
    }

    /// Source: truth entry "DeleteReceiptFilter, filter missing".
    mutating func deleteReceiptFilter(_ input: Arguments) { filters.remove(input.required("FilterName")) }

    func listReceiptFilters(_ answer: inout AnswerWriter) throws(Refusal) {
        try answer.list("Filters", filters.values) { (list: inout AnswerWriter, filter) throws(Refusal) in
            try list.element("member") { (member: inout AnswerWriter) throws(Refusal) in
                member.leaf("Name", filter.name)
                try member.element("IpFilter") { (address: inout AnswerWriter) throws(Refusal) in
                    address.leaf("Policy", filter.policy)
                    address.leaf("Cidr", filter.cidr)
                }
            }
        }
    }

    /// An IPv4 address, alone or with the length of a prefix; host bits may be set.
    ///
    /// Source: API reference p. 86, whose example is 10.0.0.1/24.
    private func isRange(_ text: String) -> Bool {
        let parts = text.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count <= 2 else { return false }
        if parts.count == 2, !isNumber(parts[1], upTo: 32) { return false }
        let numbers = parts[0].split(separator: ".", omittingEmptySubsequences: false)
        return numbers.count == 4 && numbers.allSatisfy { isNumber($0, upTo: 255) }
    }

    private func isNumber(_ text: Substring, upTo greatest: Int) -> Bool {
        guard (1...3).contains(text.utf8.count), text.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) else { return false }
        return Int(text).map { $0 <= greatest } ?? false
    }
}
