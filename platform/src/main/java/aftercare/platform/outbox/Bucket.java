package aftercare.platform.outbox;

/** Keys share sixteen buckets; a bucket is published by one relay at a time. */
final class Bucket {
    static final int COUNT = 16;

    private Bucket() {}

    static int of(String key) {
        return Math.floorMod(key.hashCode(), COUNT);
    }
}
