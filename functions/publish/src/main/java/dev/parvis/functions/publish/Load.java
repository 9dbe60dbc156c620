package dev.parvis.functions.publish;

import java.util.HashMap;
import java.util.Map;

import org.jspecify.annotations.Nullable;

import dev.parvis.domain.workspaces.WorkspaceId;
import dev.parvis.functions.publish.Gates.Gate;

/**
 * How many targets an instance carries, and whose. It claims no more than it can send at one second: what it has no room for
 * is free for another instance. While others may want it, a workspace fills half of the room at most. Thread-safe.
 */
final class Load {
    private final int most;
    private final Gates gates;
    private final Map<WorkspaceId, Integer> carried = new HashMap<>();
    private int running;
    private @Nullable Gate someRoom;

    /** @param most how many at once */
    Load(int most, Gates gates) {
        this.most = most;
        this.gates = gates;
    }

    synchronized int room() {
        return most - running;
    }

    /** Whether there is more of this workspace than half of what can be carried. */
    synchronized boolean isMuch(WorkspaceId workspace) {
        return carried.getOrDefault(workspace, 0) >= most / 2;
    }

    synchronized void take(WorkspaceId workspace) {
        running++;
        carried.merge(workspace, 1, Integer::sum);
    }

    synchronized void drop(WorkspaceId workspace) {
        running--;
        carried.merge(workspace, -1, Load::lessOrNone);
        if (someRoom != null && isRoomForMany()) {
            someRoom.open();
            someRoom = null;
        }
    }

    private static @Nullable Integer lessOrNone(Integer some, Integer change) {
        return some + change == 0 ? null : some + change;
    }

    /** Not at the first that ends, or a look would be paid for each. */
    private boolean isRoomForMany() {
        return running <= most - Math.max(1, most / 10);
    }

    /** Returns when a tenth of the room is free. For one thread only. */
    void awaitRoom() {
        var gate = gates.closed();
        synchronized (this) {
            if (isRoomForMany()) {
                return;
            }
            someRoom = gate;
        }
        gate.await();
    }
}
