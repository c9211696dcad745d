import Dispatch
import Foundation
import FoundationNetworking

/// A server behind URLSession, for `https` URLs: the TLS of the toolchain.
///
/// Goes through the proxy that `HTTPS_PROXY` or `ALL_PROXY` names, in either letter case, but for the hosts in
/// `NO_PROXY`: the library below reads these variables by itself.
///
/// Follows no redirect, answers no challenge, keeps no cookies, caches nothing. What URLSession does with an answer
/// cannot be switched off: gzip is decoded, headers of one name are joined, some names are rewritten, and headers
/// come in no order, so that they are sorted by name here.
public final class SessionEndpoint: Endpoint {
    /// Where the server is.
    public let url: EndpointURL
    private let session: URLSession
    private let delegate = SessionDelegate()
    /// Has a thread of its own, so that deadlines are kept while every task's thread is busy.
    private static let deadlines = DispatchQueue(label: "deadlines of SessionEndpoint")

    /// Remembers where the server is; nothing is connected yet.
    public init(url: EndpointURL) {
        self.url = url
        let configuration = URLSessionConfiguration.ephemeral
        configuration.httpCookieStorage = nil
        configuration.httpShouldSetCookies = false
        configuration.httpCookieAcceptPolicy = .never
        configuration.urlCache = nil
        configuration.urlCredentialStorage = nil
        configuration.requestCachePolicy = .reloadIgnoringLocalCacheData
        configuration.httpMaximumConnectionsPerHost = 64
        session = URLSession(configuration: configuration, delegate: delegate, delegateQueue: nil)
    }

    // The session holds its delegate until it is told to let go, which may take a while as cancelling does.
    deinit { Thread.detachNewThread { [session] in session.invalidateAndCancel() } }

    /// Sends a request and waits for the whole answer.
    ///
    /// The URL's path goes before the request's target. Limit: 10,000,000 bytes of body after decoding, inclusive.
    ///
    /// - Throws: ``EndpointError`` if no answer could be had within `duration`.
    public func exchange(_ request: HTTPRequest, within duration: Duration)
        async throws(EndpointError) -> HTTPResponse
    {
        let task = session.dataTask(with: try urlRequest(request, within: duration))
        let deadline = DispatchWorkItem { [delegate] in delegate.end(task, with: .failure(.timedOut(duration))) }
        let result = await withCheckedContinuation { continuation in
            delegate.begin(task, continuation)
            task.resume()
            SessionEndpoint.deadlines.asyncAfter(deadline: .now() + duration.dispatchInterval, execute: deadline)
        }
        deadline.cancel()
        return try result.get()
    }

    private func urlRequest(_ request: HTTPRequest, within duration: Duration) throws(EndpointError) -> URLRequest {
        guard request.transmission == nil else {
            throw .malformed("cannot be sent byte for byte: with https a library composes what is sent")
        }
        // The same checks, so that what one endpoint refuses to send the other refuses too.
        _ = try request.bytes(for: url)
        let text = "\(url.scheme.rawValue)://\(url.authority)\(url.target(for: request.target))"
        guard let location = URL(string: text) else {
            throw .malformed("cannot be sent, bad target \(quoted(request.target.utf8))")
        }
        var made = URLRequest(url: location)
        made.httpMethod = request.method
        // The exchange's own deadline ends it first; this only must not be sooner.
        made.timeoutInterval = Double(duration.components.seconds) + 60
        made.httpShouldHandleCookies = false
        made.setValue("ses-conformance", forHTTPHeaderField: "User-Agent")
        var seen: Set<String> = []
        for header in request.headers {
            if seen.insert(header.name.lowercased()).inserted {
                made.setValue(header.value, forHTTPHeaderField: header.name)
            } else {
                made.addValue(header.value, forHTTPHeaderField: header.name)
            }
        }
        if !request.body.isEmpty { made.httpBody = Data(request.body) }
        return made
    }
}
