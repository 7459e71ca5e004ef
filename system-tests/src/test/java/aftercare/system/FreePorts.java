package aftercare.system;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.atomic.AtomicInteger;

/** Ports that nobody holds, below the range that the system gives out by itself. */
final class FreePorts {
    private static final AtomicInteger NEXT = new AtomicInteger(18_000);

    private FreePorts() {}

    /** A base of which the next thirteen are free now; each call gives another. */
    static int thirteen() {
        for (var base = NEXT.getAndAdd(20); base < 32_000; base = NEXT.getAndAdd(20)) {
            if (allFree(base)) {
                return base;
            }
        }
        throw new AssertionError("No thirteen free ports in a row");
    }

    private static boolean allFree(int base) {
        for (var port = base; port < base + 13; port++) {
            try (var socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            } catch (IOException taken) {
                return false;
            }
        }
        return true;
    }
}
