import Foundation
import FoundationNetworking

/// Collects the answers of a session's tasks and gives each to whoever waits for it, once.
final class SessionDelegate: NSObject, URLSessionDataDelegate {
    typealias Waiting = CheckedContinuation<Result<HTTPResponse, EndpointError>, Never>

    private struct Exchange: Sendable {
        let waiting: Waiting
        var body = Data()
    }

    private let exchanges = Guarded<[Int: Exchange]>([:])

    /// Notes who waits for a task that is about to start.
    func begin(_ task: URLSessionTask, _ waiting: Waiting) {
        exchanges.withLock { $0[task.taskIdentifier] = Exchange(waiting: waiting) }
    }

    /// Ends the wait for a task and cancels it; does nothing if it has ended.
    ///
    /// Cancelling waits for a queue that all sessions share and that a server can keep busy by sending without end, so
    /// it is left to a thread that nobody waits for.
    func end(_ task: URLSessionTask, with result: Result<HTTPResponse, EndpointError>) {
        guard let exchange = exchanges.withLock({ $0.removeValue(forKey: task.taskIdentifier) }) else { return }
        exchange.waiting.resume(returning: result)
        Thread.detachNewThread { task.cancel() }
    }

    func urlSession(_ session: URLSession, dataTask: URLSessionDataTask, didReceive data: Data) {
        // There is no back-pressure: data goes on coming after the cancellation, and is dropped.
        let isTooLarge = exchanges.withLock { exchanges -> Bool in
            let id = dataTask.taskIdentifier
            guard let stored = exchanges[id]?.body.count else { return false }
            guard stored + data.count <= Connection.answerLimit else { return true }
            exchanges[id]?.body.append(data)
            return false
        }
        if isTooLarge { end(dataTask, with: .failure(.tooLarge(Connection.answerLimit))) }
    }

    func urlSession(_ session: URLSession, task: URLSessionTask, didCompleteWithError error: (any Error)?) {
        finish(task, error)
    }

    private func finish(_ task: URLSessionTask, _ error: (any Error)?) {
        guard let exchange = exchanges.withLock({ $0.removeValue(forKey: task.taskIdentifier) }) else { return }
        exchange.waiting.resume(returning: SessionDelegate.result(task.response, exchange.body, error))
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, willPerformHTTPRedirection response: HTTPURLResponse,
        newRequest request: URLRequest, completionHandler: @escaping (URLRequest?) -> Void
    ) {
        completionHandler(nil)
    }

    func urlSession(
        _ session: URLSession, task: URLSessionTask, didReceive challenge: URLAuthenticationChallenge,
        completionHandler: @escaping (URLSession.AuthChallengeDisposition, URLCredential?) -> Void
    ) {
        // A 401 whose body has come. Left unanswered it would hang for ever, and rejecting the challenge ends the task
        // as cancelled, the answer lost: so the answer is given first. Certificates are not asked about here on Linux.
        finish(task, nil)
        completionHandler(.rejectProtectionSpace, nil)
    }

    private static func result(
        _ response: URLResponse?, _ body: Data, _ error: (any Error)?
    ) -> Result<HTTPResponse, EndpointError> {
        if let error { return .failure(endpointError(error as NSError)) }
        guard let response = response as? HTTPURLResponse else {
            return .failure(.malformed("no status and headers"))
        }
        let headers = response.allHeaderFields.map { Header("\($0.key)", "\($0.value)") }
        return .success(
            HTTPResponse(
                status: response.statusCode, headers: headers.sorted { $0.name < $1.name }, body: [UInt8](body)))
    }

    private static func endpointError(_ error: NSError) -> EndpointError {
        // libcurl quotes the URL of a proxy that it can't use, whoever's password is in it.
        let words = error.localizedDescription.replacing(/\/\/[^\s']*@/, with: "//…@")
        // libcurl's words for a connection that closed before the first byte.
        if words.contains("Empty reply") { return .closed("closed before the first byte of an answer") }
        if words.contains("wrong version number") || words.contains("packet length too long") {
            return .unreachable("no TLS (SSL) is spoken there; an http endpoint has a URL that starts with http://")
        }
        switch error.code {
        case NSURLErrorTimedOut: return .unreachable("timed out: \(words)")
        case NSURLErrorNetworkConnectionLost: return .closed(words)
        case NSURLErrorBadServerResponse, NSURLErrorCannotParseResponse, NSURLErrorCannotDecodeContentData,
            NSURLErrorCannotDecodeRawData:
            return .malformed(words)
        default: return .unreachable(words)
        }
    }
}
