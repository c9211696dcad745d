import Conformance

@main
struct Tool {
    static func main() {}
}
