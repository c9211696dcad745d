import SpecModel

/// What was seen or said of every operation alike.
///
/// Source: the public places that each entry names.
extension SESv1 {
    static let commonObservations: [Observation] =
        signatureObservations + requestObservations + documentedErrorObservations

    private static let signatureObservations: [Observation] = [
        Observation(
            "nobody has the access key", status: 403, code: "InvalidClientTokenId",
            message: "The security token included in the request is invalid.",
            unknownKeyPaste),
        Observation(
            "the signature is wrong", status: 403, code: "SignatureDoesNotMatch",
            message: "The request signature we calculated does not match the signature you provided. "
                + "Check your AWS Secret Access Key and signing method. "
                + "Consult the service documentation for details.",
            wrongSignaturePaste),
        Observation(
            "the signature is wrong: longer form that shows what was signed", status: 403,
            code: "SignatureDoesNotMatch",
            message: "The request signature we calculated does not match the signature you provided. "
                + "Check your AWS Secret Access Key and signing method. "
                + "Consult the service documentation for details.\n\n"
                + "The Canonical String for this request should have been\n'⟦any⟧'\n\n"
                + "The String-to-Sign should have been\n'⟦any⟧'\n",
            Evidence(.published, "aws/aws-sdk-php#932; nodemailer/nodemailer-ses-transport#11", date: "2015 to 2016")),
    ]

    private static let requestObservations: [Observation] = [
        Observation(
            "there is no such action in that version; the namespace of the answer may be the generic "
                + "http://webservices.amazon.com/AWSFault/2005-15-09",
            status: 400, code: "InvalidAction", message: "Could not find operation ⟦any⟧ for version ⟦any⟧",
            unknownActionPaste),
        Observation(
            "the request has no parameter at all: a bare element without envelope", status: 404,
            code: "UnknownOperationException", emptyRequestPaste),
        Observation(
            "an action about received mail in a region that receives none", status: 400, code: "InvalidAction",
            message: "Unavailable Operation",
            Evidence(
                .published, "alemuro/terraform-aws-ses-email-forwarding#6; aws/aws-sdk-java-v2#3191",
                date: "2021-09-20 to 2022-05")),
        Observation(
            "the service fails", status: 500, code: "InternalFailure", message: "An internal failure has occurred.",
            Evidence(.published, "django-ses/django-ses#71", date: "2015-07-31")),
        Observation(
            "a boolean is none of true, false, 1 and 0", status: 400, code: "MalformedInput",
            message: "boolean must follow xsd1.1 definition", receiptProbes),
        Observation(
            "a boolean is empty", status: 400, code: "MalformedInput", message: "missing value for boolean type",
            receiptProbes),
        Observation(
            "an integer is empty", status: 400, code: "MalformedInput", message: "missing value for decimal type",
            receiptProbes),
        Observation(
            "a list has a member 0", status: 400, code: "MalformedInput", message: "0 is not a valid index",
            receiptProbes),
    ]

    /// The common errors that nobody has published an answer of.
    private static let documentedErrorObservations: [Observation] = [
        Observation(
            "the signature lacks a part", status: 400, code: "IncompleteSignature", .documented(page: 96)),
        Observation(
            "parameters exclude each other", status: 400, code: "InvalidParameterCombination",
            .documented(page: 96)),
        Observation("the query is malformed", status: 400, code: "InvalidQueryParameter", .documented(page: 96)),
        Observation(
            "the query has a syntax error", status: 404, code: "MalformedQueryString", .documented(page: 96)),
        Observation("an action is missing", status: 400, code: "MissingAction", .documented(page: 96)),
        Observation(
            "the request says not whose it is", status: 403, code: "MissingAuthenticationToken",
            message: "Request is missing Authentication Token", .documented(page: 96)),
        Observation(
            "a required parameter is missing", status: 400, code: "MissingParameter", .documented(page: 97)),
        Observation(
            "the account has not subscribed to the service", status: 403, code: "OptInRequired",
            .documented(page: 97)),
        Observation(
            "the signature's time is over 15 minutes off", status: 400, code: "RequestExpired",
            .documented(page: 97)),
        Observation(
            "the service is down for a while", status: 503, code: "ServiceUnavailable", .documented(page: 97)),
    ]
}
