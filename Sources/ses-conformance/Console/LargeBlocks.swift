import Foundation

/// What the C library does with large blocks of memory that are freed.
enum LargeBlocks {
    /// Has blocks of a million bytes and more go back to the system as soon as they are freed.
    ///
    /// Left alone, glibc keeps some 20 MB for each thread after the first answer of 10 MB. Another C library, or one that
    /// is linked statically, has nothing of that name to call.
    /// Source: mallopt(3), `M_MMAP_THRESHOLD`.
    static func returnWhenFreed() {
        guard let symbol = dlsym(nil, "mallopt") else { return }
        let setOption = unsafeBitCast(symbol, to: (@convention(c) (Int32, Int32) -> Int32).self)
        _ = setOption(-3, 1 << 20)
    }
}
