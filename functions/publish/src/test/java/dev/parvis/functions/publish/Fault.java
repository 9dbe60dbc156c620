package dev.parvis.functions.publish;

import java.util.Arrays;
import java.util.List;
import java.util.Set;

/** What can go wrong, and where. */
enum Fault {
    DIES_BEFORE(At.TABLE, At.PREPARE, At.SEND, At.LOOK),
    DIES_AFTER(At.TABLE, At.PREPARE, At.SEND, At.LOOK),
    /** The request is on its way; whether and when it is taken, nobody learns. */
    DIES_UNDER_WAY(At.SEND),
    /** The whole process stands still, its lease does not. */
    FREEZES_BEFORE(At.TABLE, At.PREPARE, At.SEND, At.LOOK),
    FREEZES_AFTER(At.TABLE, At.PREPARE, At.SEND, At.LOOK),

    TABLE_FAILS_BEFORE(At.TABLE),
    TABLE_FAILS_AFTER(At.TABLE),
    /** The SDK did not see the first answer and sends the same write again. */
    TABLE_REPEATS(At.TABLE),
    /** The same, and the second write fails on the first one's success. */
    TABLE_DISOWNS(At.TABLE),

    CUT_BEFORE_SEND(At.PREPARE, At.SEND, At.LOOK),
    CUT_AFTER_SEND(At.PREPARE, At.SEND, At.LOOK),
    CUT_IN_ANSWER(At.PREPARE, At.SEND, At.LOOK),
    CUT_AFTER_ANSWER(At.SEND),
    ANSWERS_429(At.PREPARE, At.SEND, At.LOOK),
    ANSWERS_500(At.PREPARE, At.SEND, At.LOOK),
    ANSWERS_502(At.PREPARE, At.SEND, At.LOOK),
    /** No answer within the time-out; what was asked for may be done much later. */
    SLOW(At.PREPARE, At.SEND, At.LOOK),
    REFUSES(At.SEND),
    /** A comment is made and answered 4xx all the same; any other post is refused. */
    REFUSES_A_COMMENT_IT_TAKES(At.SEND),
    EXPIRED(At.PREPARE, At.SEND, At.LOOK),

    /** The instance's wall clock is half a minute ahead or behind from its start on. */
    CLOCK_IS_OFF(At.WAKE_UP),
    /** Its wall clock is set by a minute and a half; its monotonic clock goes on. */
    CLOCK_IS_SET(At.TABLE, At.PREPARE),

    WAKE_UP_LOST(At.WAKE_UP),
    WAKE_UP_DOUBLED(At.WAKE_UP);

    private final Set<At> where;

    /** Where a fault can come in. */
    enum At {
        TABLE,
        PREPARE,
        SEND,
        LOOK,
        WAKE_UP
    }

    Fault(At... where) {
        this.where = Set.of(where);
    }

    boolean isOfClocks() {
        return this == CLOCK_IS_OFF || this == CLOCK_IS_SET;
    }

    boolean canBe(At at) {
        return where.contains(at);
    }

    static List<Fault> at(At at) {
        return Arrays.stream(values()).filter(fault -> fault.canBe(at)).toList();
    }
}
