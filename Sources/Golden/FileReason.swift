import Foundation

/// Why something could not be done with a file.
public enum FileReason {
    /// The system's own word on an error of Foundation's: "No such file or directory".
    public static func text(of error: any Error) -> String {
        // Foundation keeps the system's number of this error to itself.
        if (error as? CocoaError)?.code == .fileWriteOutOfSpace { return String(cString: strerror(ENOSPC)) }
        let error = error as NSError
        let underlying = error.userInfo[NSUnderlyingErrorKey] as? NSError
        return underlying?.localizedDescription ?? error.localizedDescription
    }
}
