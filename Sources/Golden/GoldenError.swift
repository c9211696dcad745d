import SpecModel
import Wire

/// What is wrong with the golden folder or a file in it.
public enum GoldenError: Error, Sendable, Hashable {
    /// No place that was looked at holds goldens; every place, in the order of the search.
    case noDirectory(tried: [String])
    /// The folder's marker is not there, or cannot be read.
    case noFormat(path: String)
    /// The folder's layout is of another version than this build reads; the marker's content.
    case layout(path: String, version: String)
    /// A file cannot be read, written or removed.
    case file(path: String, reason: String)
    /// A file or folder that can't be compared.
    case unusable(path: String, reason: String)
    /// A judged step has no golden.
    case absent(GoldenID)
    /// A golden would give way to an answer of a weaker tier.
    case weaker(GoldenID, Provenance, than: Provenance)
    /// Two runs gave answers that no golden holds for.
    case unstable(GoldenID)
    /// A file is not in the form that the generator writes.
    case malformed(file: String, line: Int, GoldenFault)
    /// A golden that the form of the files cannot hold.
    case unwritable(GoldenID, String)
}

/// What a golden file lacks or has wrong.
public enum GoldenFault: Error, Sendable, Hashable {
    case notUTF8
    /// The file does not begin with the instruction, or does not go on with it.
    case noInstruction(String)
    /// An instruction has no end.
    case openInstruction(String)
    /// A part of the first instruction that is not `name="value"`.
    case attributeSyntax(String)
    case missingAttribute(String)
    case unknownAttribute(String)
    case repeatedAttribute(String)
    case provenance(String)
    case status(String)
    /// The first line of the request is not a method and a target.
    case requestLine(String)
    /// A header behind a parameter, or a header that is not `Name: value`.
    case header(String)
    /// A parameter that is not percent-encoded, or not `name=value`.
    case parameter(String)
    case base64
    case placeholder(String)
    case xml(String)
    /// The file is not JSON.
    case json(String)
    /// A part of a JSON file is not of the kind that it must be.
    case memberKind(String, String)
    /// A part of a JSON file that no golden has, or that stands there twice.
    case unknownMember(String)
    case missingMember(String)
    /// The name of the file is not that of a golden.
    case name
}

extension GoldenError: CustomStringConvertible {
    public var description: String {
        switch self {
        case .noDirectory(let tried):
            "no golden directory: looked in \(tried.joined(separator: ", ")); pass --golden DIR"
        case .noFormat(let path):
            "'\(path)' is no golden directory: it has no readable file FORMAT; pass --golden DIR"
        case .layout(let path, let version):
            "golden directory '\(path)' has layout version '\(version)', this build reads "
                + "'\(GoldenStore.layoutVersion)'; use the ses-conformance that it belongs to, or record it anew"
        case .file(let path, let reason):
            "golden file '\(path)': \(reason)"
        case .unusable(let path, let reason):
            "'\(path)': \(reason)"
        case .absent(let id):
            "no golden for \(id): run: ses-conformance record '\(id.caseID)'"
        case .weaker(let id, let tier, let stronger):
            "golden \(id) is \(stronger.rawValue) and the new answer only \(tier.rawValue): pass --force to replace it"
        case .unstable(let id):
            "golden \(id): the two runs answered differently: record it again, or reject it"
        case .malformed(let file, let line, let fault):
            "golden file '\(file)', line \(line): \(fault.description)"
        case .unwritable(let id, let reason):
            "golden \(id) can't be written: \(reason)"
        }
    }
}

extension GoldenFault: CustomStringConvertible {
    public var description: String {
        switch self {
        case .notUTF8: "not UTF-8; restore the file, or record it anew"
        case .noInstruction(let name): "no instruction <?\(name) …?>; restore the file, or record it anew"
        case .openInstruction(let name): "instruction <?\(name) has no end; close it with ?>"
        case .attributeSyntax(let text): "'\(text)' is not name=\"value\"; write & as &amp; and a quote as &quot;"
        case .missingAttribute(let name): "attribute '\(name)' is missing from the golden; add it"
        case .unknownAttribute(let name): "unknown attribute '\(name)' of the golden; remove it"
        case .repeatedAttribute(let name): "attribute '\(name)' stands twice in the golden; remove one"
        case .provenance(let text): "unknown provenance '\(text)'; use one of \(Self.provenances)"
        case .status(let text): "status '\(text)' is no number from 100 to 599"
        case .requestLine(let text): "request line '\(text)' is not METHOD TARGET, such as POST /"
        case .header(let text): "header '\(text)' is not 'Name: value' between the request line and the parameters"
        case .parameter(let text):
            "parameter '\(text)' is not NAME=VALUE in percent-encoding; encode it, or write the body as base64:…"
        case .base64: "what follows base64: is no base64 in one line; encode the body's bytes anew"
        case .placeholder(let text): "\(text); double brackets that are literal, and correct the placeholder"
        case .xml(let text): "answer is no XML that can be read: \(text)"
        case .json(let text): "no JSON that can be read: \(text)"
        case .memberKind(let name, let kind): "'\(name)' is not \(kind)"
        case .unknownMember(let name): "'\(name)' is unknown here or stands there twice; remove it"
        case .missingMember(let name): "'\(name)' is missing; restore the file, or record it anew"
        case .name: "the name is not CASE[.STEP][~N].xml or .json; rename or remove the file"
        }
    }

    private static var provenances: String { Provenance.allCases.map(\.rawValue).joined(separator: ", ") }
}
