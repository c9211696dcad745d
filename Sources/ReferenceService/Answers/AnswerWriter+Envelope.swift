import SpecModel

extension AnswerWriter {
    private static let namespace = " xmlns=\"\(API.namespace)\""

    /// A successful answer around its result; operations without output have no result element.
    ///
    /// Source: truth, wire format section 1.
    mutating func response(
        _ operation: OperationSchema, requestID: String, _ result: (inout AnswerWriter) throws(Refusal) -> Void
    ) throws(Refusal) {
        try element(operation.responseName, attributes: Self.namespace) {
            (response: inout AnswerWriter) throws(Refusal) in
            if operation.hasResult {
                try response.element(operation.resultName, result)
            } else {
                try result(&response)
            }
            try response.element("ResponseMetadata") { (metadata: inout AnswerWriter) throws(Refusal) in
                metadata.leaf("RequestId", requestID)
            }
        }
    }

    /// An error answer.
    mutating func refusal(_ refusal: Refusal, requestID: String) {
        // Nothing within throws.
        try? element("ErrorResponse", attributes: Self.namespace) { (response: inout AnswerWriter) throws(Refusal) in
            try response.element("Error") { (error: inout AnswerWriter) throws(Refusal) in
                error.leaf("Type", refusal.origin)
                error.leaf("Code", refusal.code)
                error.leaf("Message", ifPresent: refusal.message)
            }
            response.leaf("RequestId", requestID)
        }
    }
}
