import Foundation
import SpecModel

/// Writes a request as a `curl` command that anyone can paste into a POSIX shell.
///
///     curl -sS -X POST 'http://127.0.0.1:5000/' --aws-sigv4 'aws:amz:us-east-1:ses'
///       --user "${AWS_ACCESS_KEY_ID:-test}:${AWS_SECRET_ACCESS_KEY:-test}"
///       -H 'Content-Type: application/x-www-form-urlencoded' --data-raw 'Action=ListIdentities'
///
/// (in one line). No credential is ever in it: the request's own signature is left out, and `curl` (7.75 or later)
/// signs anew with what the shell's environment holds. Where the path has a percent sign, only 8.14.1 or later signs
/// as AWS does; no line is right for both, since what one encodes once more the other takes as it is.
public enum CurlCommand {
    /// The largest body that is written as it is, in bytes; systems limit a single argument.
    private static let argumentLimit = 100_000
    /// An access key that nobody has: that of AWS's own examples.
    public static let unknownKey = "AKIAIOSFODNN7EXAMPLE"
    /// The secret of no key.
    public static let wrongSecret = "the-secret-of-no-key"
    /// The service that signatures for another one are for.
    public static let otherService = "sns"

    /// The command.
    ///
    /// A body with control characters, line ends included, or bytes that are not UTF-8 is piped through `base64 -d`,
    /// so that pasting and indenting do it no harm.
    ///
    /// - Parameters:
    ///   - baseURL: the endpoint; a user name or password in it is left out.
    ///   - signature: how the command signs the request; where `curl` can't do that, a comment says so.
    ///   - hasSessionToken: whether the token in `AWS_SESSION_TOKEN` is part of a signed request.
    public static func text(
        for request: HTTPRequest, baseURL: String, region: String, service: String = "ses",
        signature: Envelope.Signature, hasSessionToken: Bool = false
    ) -> String {
        if request.transmission != nil {
            return NetcatCommand.text(for: request, baseURL: withoutUser(baseURL), region: region, service: service)
        }
        let url = withoutUser(baseURL).trimmingSuffix("/") + request.target
        var words = ["curl", "-sS"]
        words += request.method == "HEAD" ? ["--head"] : ["-X", quoted(request.method)]
        if url.utf8.contains(where: { "[]{}".utf8.contains($0) }) { words.append("--globoff") }
        if request.target.contains("/.") { words.append("--path-as-is") }
        words.append(quoted(url))
        words += signing(signature, region: region, service: service, hasSessionToken: hasSessionToken)
        for header in request.headers where !isLeftOut(header) { words += ["-H", quoted(field(header))] }
        let isPiped = !isPrintable(request.body)
        if !request.body.isEmpty || ["POST", "PUT", "PATCH"].contains(request.method) {
            // Otherwise curl says that a body is a form.
            if request.header("Content-Type") == nil { words += ["-H", "'Content-Type:'"] }
            let body = isPiped ? "@-" : quoted(String(decoding: request.body, as: UTF8.self))
            words += [isPiped ? "--data-binary" : "--data-raw", body]
        }
        let command = words.joined(separator: " ")
        let line =
            isPiped ? "printf %s '\(Data(request.body).base64EncodedString())' | base64 -d | \(command)" : command
        return signature == .tampered ? line + "  # with the last byte of the body changed after signing" : line
    }

    /// What makes `curl` sign.
    private static func signing(
        _ signature: Envelope.Signature, region: String, service: String, hasSessionToken: Bool
    ) -> [String] {
        var key = "${AWS_ACCESS_KEY_ID:-test}"
        var secret = "${AWS_SECRET_ACCESS_KEY:-test}"
        var token = hasSessionToken ? ["-H", #""X-Amz-Security-Token: $AWS_SESSION_TOKEN""#] : []
        var scope = service
        switch signature {
        case .absent: return []
        case .malformed:
            return [
                "-H",
                #""Authorization: AWS4-HMAC-SHA256 Credential=\#(key)/$(date -u +%Y%m%d)/\#(region)/\#(service)"#
                    + #"/aws4_request, SignedHeaders=host""#,
            ]
        case .unknownKey: (key, secret, token) = (unknownKey, wrongSecret, [])
        case .wrongSecret: secret = wrongSecret
        case .otherService: scope = otherService
        case .minutesOff(let minutes):
            token += ["-H", #""X-Amz-Date: $(date -u -d '\#(minutes) minutes' +%Y%m%dT%H%M%SZ)""#]
        case .right, .tampered: break
        }
        return ["--aws-sigv4", quoted("aws:amz:\(region):\(scope)"), "--user", "\"\(key):\(secret)\""] + token
    }

    /// A text as one word of a POSIX shell command: `'it'\''s'`; names and numbers stay bare.
    public static func quoted(_ text: String) -> String {
        let isBare =
            !text.isEmpty
            && text.utf8.allSatisfy { byte in
                switch byte {
                case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x2E, 0x5F: true
                default: false
                }
            }
        if isBare { return text }
        // By scalars: a combining mark behind an apostrophe would hide it from a search by characters.
        var result = "'"
        for scalar in text.unicodeScalars {
            if scalar == "'" { result += #"'\''"# } else { result.unicodeScalars.append(scalar) }
        }
        return result + "'"
    }

    /// A header as curl wants it, which takes `Name:` for an order to leave it out, and `Name;` for an empty value.
    private static func field(_ header: Header) -> String {
        header.value.isEmpty ? "\(header.name);" : "\(header.name): \(header.value)"
    }

    /// The signature's own headers and those that curl makes itself.
    private static func isLeftOut(_ header: Header) -> Bool {
        ["Authorization", "X-Amz-Date", "X-Amz-Security-Token", "Host", "Content-Length"]
            .contains { header.isNamed($0) }
    }

    /// Whether bytes survive a terminal, a clipboard and an argument list.
    private static func isPrintable(_ body: [UInt8]) -> Bool {
        guard body.count <= argumentLimit, let text = String(validating: body, as: UTF8.self) else { return false }
        return text.unicodeScalars.allSatisfy { scalar in
            switch scalar.properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned: false
            default: true
            }
        }
    }

    private static func withoutUser(_ url: String) -> String {
        guard let scheme = url.firstRange(of: "://") else { return url }
        let rest = url[scheme.upperBound...]
        let authority = rest.prefix { $0 != "/" && $0 != "?" && $0 != "#" }
        guard let at = authority.lastIndex(of: "@") else { return url }
        return String(url[..<scheme.upperBound]) + rest[rest.index(after: at)...]
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: String) -> String {
        hasSuffix(suffix) ? String(dropLast(suffix.count)) : self
    }
}
