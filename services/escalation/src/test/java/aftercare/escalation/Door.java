package aftercare.escalation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A way to the database that can be slammed shut. */
final class Door implements AutoCloseable {
    private final URI behind;
    private final ServerSocket door;
    private final List<Socket> passing = new CopyOnWriteArrayList<>();

    Door(String jdbcUrl) throws IOException {
        behind = URI.create(jdbcUrl.substring("jdbc:".length()));
        door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::letIn);
    }

    String url() {
        var query = behind.getQuery() == null ? "" : "?" + behind.getQuery();
        return "jdbc:postgresql://127.0.0.1:" + door.getLocalPort() + behind.getPath() + query;
    }

    void slam() throws IOException {
        door.close();
        for (var socket : passing) {
            socket.close();
        }
    }

    @Override
    public void close() throws IOException {
        slam();
    }

    private void letIn() {
        while (!door.isClosed()) {
            try {
                var outside = door.accept();
                var inside = new Socket(behind.getHost(), behind.getPort());
                passing.addAll(List.of(outside, inside));
                Thread.ofVirtual().start(() -> pass(outside, inside));
                Thread.ofVirtual().start(() -> pass(inside, outside));
            } catch (IOException e) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(e);
                }
            }
        }
    }

    /** Either end's close closes the other. */
    private static void pass(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // Slammed: that is what the door is for.
        }
    }
}
