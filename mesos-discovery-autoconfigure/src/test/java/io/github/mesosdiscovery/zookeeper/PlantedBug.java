package io.github.mesosdiscovery.zookeeper;

import java.util.function.UnaryOperator;

import io.github.mesosdiscovery.zookeeper.election.ElectionMistakes;
import io.github.mesosdiscovery.zookeeper.election.Registrations;
import net.bytebuddy.agent.builder.AgentBuilder;
import net.bytebuddy.asm.Advice;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.asm.MemberSubstitution;

import static net.bytebuddy.matcher.ElementMatchers.any;
import static net.bytebuddy.matcher.ElementMatchers.named;
import static net.bytebuddy.matcher.ElementMatchers.namedOneOf;

/**
 * A bug that can be planted into the loaded classes of the library, to see whether a test
 * notices.
 */
public enum PlantedBug {

	/** Only the first listing of a session watches the path. */
	WATCH_NOT_REARMED(change(DetectorClient.class, Mistakes.ListWithoutWatch.class, "list")),

	/** A persistent watch is expected to report everything, even after a reconnect. */
	TRUST_IN_PERSISTENT_WATCH(
			(agent) -> change(ElectionMistakes.MACHINE, ElectionMistakes.TrustAfterReconnect.class, "list")
				.apply(change(DetectorClient.class, Mistakes.ListWithPersistentWatch.class, "list").apply(agent))),

	/** The view of a new session is always accepted. */
	NO_FENCE(change(ElectionMistakes.GUARD, Mistakes.Never.class, "isOlder", "isOfAnotherClient")),

	/** Time is measured with the wall clock. */
	WALL_CLOCK_TIMER(change(ZooKeeperMasterDetector.class,
			MemberSubstitution.strict().method(named("nanoTime")).replaceWith(WallClock.method()).on(any()))),

	/** The master after one that cannot be read is promoted. */
	PROMOTION_OVER_UNREADABLE(change(ElectionMistakes.PROJECTION, ElectionMistakes.Promote.class, "of")),

	/** The leader is kept after the session timeout. */
	LEADER_KEPT(change(ElectionMistakes.MACHINE, Mistakes.Skip.class, "deadlinePassed")),

	/** A connection counts as contact, although no read is answered. */
	CONTACT_BY_CONNECTION(change(ElectionMistakes.MACHINE, ElectionMistakes.ContactByConnection.class, "connected")),

	/** A command that cannot be carried out is lost, and no timer repeats it. */
	COMMAND_FORGOTTEN(
			(agent) -> change(ElectionMistakes.MACHINE, ElectionMistakes.ReplacedForEver.class, "deadlinePassed")
				.apply(change(ZooKeeperMasterDetector.class, Mistakes.Skip.class, "failed").apply(agent))),

	/** The leader is withdrawn with the connection. */
	WITHDRAWN_AT_ONCE(change(ElectionMistakes.MACHINE, ElectionMistakes.WithdrawAtOnce.class, "disconnected")),

	/** Data that changed is not read again. */
	DATA_NOT_READ_AGAIN(change(ElectionMistakes.MACHINE, Mistakes.Skip.class, "memberChanged")),

	/** The same leader is published again. */
	SAME_LEADER_TOLD_AGAIN(change(Registrations.class, Mistakes.Never.class, "isSameLeader")),

	/** The heartbeat writes. */
	HEARTBEAT_WRITES(change(DetectorClient.class, Mistakes.Write.class, "sendHeartbeat"));

	private final UnaryOperator<AgentBuilder> change;

	PlantedBug(UnaryOperator<AgentBuilder> change) {
		this.change = change;
	}

	/**
	 * Plant the bug into the JVM of the tests.
	 * @return removes the bug
	 */
	public Runnable plant() {
		return Weaving.weave(this.change);
	}

	private static UnaryOperator<AgentBuilder> change(Class<?> type, Class<?> advice, String... methods) {
		return change(type, Advice.to(advice).on(namedOneOf(methods)));
	}

	private static UnaryOperator<AgentBuilder> change(Class<?> type, AsmVisitorWrapper visitor) {
		return (agent) -> agent.type(named(type.getName()))
			.transform((builder, changed, loader, module, domain) -> builder.visit(visitor));
	}

}
