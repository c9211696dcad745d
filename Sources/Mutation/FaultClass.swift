/// What kind of change is made to a right endpoint, as the score is told by.
///
/// An element is what a document is made of: in JSON, the member of an object or of an array.
public enum FaultClass: String, Sendable, Hashable, CaseIterable {
    // MARK: Faults of one answer
    case elementDropped = "element dropped"
    case elementRenamed = "element renamed"
    case elementDuplicated = "element duplicated"
    case elementEmptied = "element emptied"
    case elementMovedUp = "element moved up a level"
    case textChanged = "text changed to another value"
    case memberAdded = "member too many in a list or map"
    case textOffType = "text outside its type"
    case namespaceWrong = "namespace wrong"
    case itemForMember = "item for member"
    case orderReversed = "promised order reversed"
    case resultMissing = "Result wrapper missing"
    case resultAdded = "Result where none belongs"
    case metadataMissing = "ResponseMetadata missing"
    case requestIDMisplaced = "RequestId in the wrong place"
    case errorBare = "error without its envelope"
    case typeDropped = "error Type dropped"
    case typeSwapped = "error Type swapped"
    case codeEnding = "error Code with or without Exception"
    case codeChanged = "error Code changed"
    case statusChanged = "status changed"
    case contentTypeWrong = "Content-Type wrong"
    case requestIDHeaderWrong = "x-amzn-RequestId wrong"
    case textUnescaped = "text not escaped"
    case documentTruncated = "document truncated"
    case nullForValue = "null for a value"
    case numberAsString = "number as a string"
    case stringAsNumber = "string as a number"
    case booleanAsOther = "boolean as a string or a number"
    case timestampAsText = "timestamp as ISO text"
    case listAsOther = "list as an object or a single value"
    case objectAsList = "object as a list"
    case mapAsEntries = "map as a list of entries"
    case jsonAsString = "JSON within a string, or out of one"
    case nestingAdded = "nesting too much"
    case nestingMissing = "nesting missing"
    case otherFormat = "answer in XML"
    case errorTypeMissing = "error type missing in header and body"
    case errorTypeInBody = "error type in the body alone"

    // MARK: What is worth a warning
    case strayAdded = "stray element or text"
    case wordingChanged = "wording of an error changed"
    case messageOff = "message of an error missing or no text"
    case errorTypesDiffer = "error types in header and body differ"
    case nullForAbsent = "null for what is not there"

    // MARK: Faults of behaviour
    case writeLost = "write lost"
    case readStale = "read one write behind"
    case parameterIgnored = "parameter ignored"
    case listReversed = "list of a request reversed"
    case requiredOff = "required parameter optional"
    case boundWidened = "bound one wider"
    case boundNarrowed = "bound one narrower"
    case enumerationOpened = "any value for an enumeration"
    case enumerationNarrowed = "allowed value refused"
    case patternOff = "pattern not checked"
    case memberRuleOff = "either-or rule not checked"
    case refusalOff = "success for a declared error"
    case cloneShared = "clone shares with its source"
    case pagingWrong = "NextToken dropped or repeating"
    case counterWrong = "counter wrong"
    case caseFolded = "letters folded to lower case"
    case settingLeaked = "setting leaks to other identities"
    case apisDisagree = "write unseen by the other API"

    // MARK: Faults that emulators had
    case published = "published fault of an emulator"

    // MARK: Changes that are no fault
    case membersReversed = "members of structures reversed"
    case unorderedReversed = "lists and maps without an order reversed"
    case whiteSpace = "white space"
    case prefixed = "prefix instead of default namespace"
    case declaration = "XML declaration"
    case quoting = "quoting of attributes"
    case characterReference = "character reference for a character"
    case escaping = "escapes for a character"
    case numberSpelling = "spelling of a number"
    case errorTypeForm = "form of the error type"
    case messageForm = "message null or called Message"
    case characterData = "CDATA for a text"
    case commentary = "comments and processing instructions"
    case emptyElementForm = "form of empty elements"
    case headerCase = "letter case of header names"
    case charset = "another spelling of Content-Type"
    case otherIdentifiers = "other request and message ids"
    case otherWording = "other wording where none was seen"
    case otherValue = "another value that is right, too"
    case laterMember = "members of later service versions"
    case foreignMember = "the account's own members in lists"
    case usedAccount = "an account that is used"
    case smallerPages = "pages smaller than asked"
    case nothingChanged = "nothing changed at all"

    /// What must become of a change.
    public enum Group: String, Sendable, Hashable, CaseIterable {
        /// One answer of a case is changed; the case must fail.
        case wire = "faults of one answer"
        /// One answer is off the wire format in a way that most clients cope with; it must be warned of at least.
        case oddity = "oddities, warned of by design"
        /// The endpoint behaves otherwise; some case of the operation must fail.
        case behaviour = "faults of behaviour"
        /// The change is no fault; nothing may be reported.
        case permitted = "changes that are no fault"

        /// Whether a change that met this fate met what it must.
        public func isDue(_ fate: Fate) -> Bool {
            switch (self, fate) {
            case (_, .void): true
            case (.permitted, _): fate == .survived
            case (.oddity, .warned), (_, .killed), (_, .killedElsewhere): true
            default: false
            }
        }
    }

    public var group: Group {
        switch self {
        case .strayAdded, .wordingChanged, .messageOff, .errorTypesDiffer, .nullForAbsent: .oddity
        case .writeLost, .readStale, .parameterIgnored, .listReversed, .requiredOff, .boundWidened, .boundNarrowed,
            .enumerationOpened, .enumerationNarrowed, .patternOff, .memberRuleOff, .refusalOff, .cloneShared,
            .pagingWrong, .counterWrong, .caseFolded, .settingLeaked, .apisDisagree, .published:
            .behaviour
        case .membersReversed, .unorderedReversed, .whiteSpace, .prefixed, .declaration, .quoting,
            .characterReference, .escaping, .numberSpelling, .errorTypeForm, .messageForm, .characterData, .commentary,
            .emptyElementForm, .headerCase, .charset,
            .otherIdentifiers, .otherWording, .otherValue, .laterMember, .foreignMember, .usedAccount,
            .smallerPages, .nothingChanged:
            .permitted
        default: .wire
        }
    }
}
