import SpecModel

/// The parameters that every action has.
///
/// Source: API reference p. 94.
/// Note: those about the signature go into the Authorization header where a request is signed there, as with
/// Signature Version 4.
extension SESv1 {
    static let commonParameters: [Member] = [
        Member("Action", .string(), required: true, "The action to perform.", example: "ListIdentities"),
        Member(
            "AuthParams", .string(), "Stands for the parameters that authenticate a request.",
            note: "conditional; a collective name that is not sent itself"),
        Member(
            "AWSAccessKeyId", .string(), required: true, "Whose secret key signed the request.",
            note: "in the header of a request that is signed there"),
        Member(
            "Expires", .timestamp, "When the signature ceases to be valid.",
            note: "conditional: either this or Timestamp; of the signatures before Version 4"),
        Member("SecurityToken", .string(), "Token that goes with temporary keys.", note: "a header with Version 4"),
        Member(
            "Signature", .string(), required: true, "The signature.",
            note: "in the header of a request that is signed there"),
        Member(
            "SignatureMethod", .enumeration(["HmacSHA256", "HmacSHA1"]), required: true,
            "Hash algorithm of the signature.", note: "in the header of a request that is signed there"),
        Member(
            "SignatureVersion", .string(), required: true, "Version of the signature.",
            note: "in the header of a request that is signed there"),
        Member(
            "Timestamp", .timestamp, "When the request was signed.",
            note: "conditional: either this or Expires; a header with Version 4"),
        Member(
            "Version", .string(), required: true, "Version of the API that the request is for.",
            example: "2010-12-01"),
    ]
}
