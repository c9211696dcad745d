import Foundation
import SpecModel

/// The query API's way to write structures and lists as flat parameters.
public enum QueryParameters {
    /// Names and values in the order of the fields.
    ///
    /// - Members of structures follow a dot: `Message.Subject.Data`. Maps look like structures in a ``Value``
    ///   and are written alike.
    /// - Members of lists are counted from 1: `Destination.ToAddresses.member.1`. An empty list or structure is
    ///   not written at all.
    /// - Booleans are `true` and `false`, blobs the base64 of their UTF-8 bytes.
    ///
    /// Texts are taken as they are: placeholders are to be replaced before. A ``Value/echo(_:)`` belongs into
    /// expectations only and is not written.
    ///
    /// Source: API reference, "Query Parameters" of each action; public service model, protocol `query`.
    public static func flatten(_ fields: [Field]) -> [FormParameter] {
        var parameters: [FormParameter] = []
        for field in fields { append(field.value, named: field.name, to: &parameters) }
        return parameters
    }

    private static func append(_ value: Value, named name: String, to parameters: inout [FormParameter]) {
        switch value {
        case .text(let text): parameters.append(FormParameter(name, text))
        case .integer(let number): parameters.append(FormParameter(name, String(number)))
        case .boolean(let flag): parameters.append(FormParameter(name, flag ? "true" : "false"))
        case .blob(let text): parameters.append(FormParameter(name, Data(text.utf8).base64EncodedString()))
        case .list(let members):
            for (index, member) in members.enumerated() {
                append(member, named: "\(name).member.\(index + 1)", to: &parameters)
            }
        case .fields(let fields):
            for field in fields { append(field.value, named: "\(name).\(field.name)", to: &parameters) }
        case .echo: break
        }
    }
}
