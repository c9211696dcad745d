import Foundation
import SpecModel

extension Score {
    /// The score as JSON: the classes with their numbers, and every result that is worth a look.
    ///
    /// - Throws: what the encoder throws.
    public func json() throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted, .withoutEscapingSlashes]
        var data = try encoder.encode(Document(self))
        data.append(UInt8(ascii: "\n"))
        return data
    }

    private struct Document: Encodable {
        let format = 2
        let seed: UInt64
        let cases: Int
        let leftOut: [String]
        let idlePlaceholders: [String]
        let classes: [Row]
        let survivors: [Told]
        let onlyWarned: [Told]
        let falseAlarms: [Told]
        let excused: [Told]
        let outdatedExcuses: [Told]
        let published: [Told]

        init(_ score: Score) {
            seed = score.seed
            cases = score.cases
            leftOut = score.leftOut
            idlePlaceholders = score.idle
            classes = score.classes.map(Row.init)
            survivors = score.survivors.map(Told.init)
            onlyWarned = score.onlyWarned.map(Told.init)
            falseAlarms = score.falseAlarms.map(Told.init)
            excused = score.excused.map(Told.init)
            outdatedExcuses = score.outdated.map(Told.init)
            published = score.published.map(Told.init)
        }
    }

    private struct Row: Encodable {
        let api: String
        let name: String
        let group: String
        let existing: Int
        let run: Int
        /// Here and elsewhere.
        let killed: Int
        let killedElsewhere: Int
        let warned: Int
        let survived: Int
        /// From 0 to 1.
        let killRate: Double

        init(_ row: ClassScore) {
            api = row.kind.api.rawValue
            name = row.faultClass.rawValue
            group = row.faultClass.group.rawValue
            existing = row.existing
            run = row.tried
            killed = row.killed
            killedElsewhere = row.count(.killedElsewhere)
            warned = row.count(.warned)
            survived = row.count(.survived)
            killRate = row.killRate
        }
    }

    private struct Told: Encodable {
        let api: String
        let faultClass: String
        let subject: String
        let what: String
        let fate: String
        let detail: String
        let excuse: String?

        init(_ result: MutantResult) {
            api = result.api.rawValue
            faultClass = result.faultClass.rawValue
            subject = result.subject
            what = result.what
            fate = result.fate.rawValue
            detail = result.detail
            excuse = result.excuse
        }
    }
}
