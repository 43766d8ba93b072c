package io.github.mesosdiscovery.zookeeper.election;

import io.github.mesosdiscovery.UnreadableMaster;
import io.github.mesosdiscovery.zookeeper.election.PathState.Status;
import io.github.mesosdiscovery.zookeeper.election.SessionState.Phase;
import net.bytebuddy.asm.Advice;

/**
 * Mistakes to plant into the state machine. The code of the advices is copied into the
 * library.
 */
public final class ElectionMistakes {

	public static final Class<?> MACHINE = StateMachine.class;

	public static final Class<?> READS = MasterReads.class;

	public static final Class<?> GUARD = StaleViewGuard.class;

	public static final Class<?> PROJECTION = SnapshotProjection.class;

	private ElectionMistakes() {
	}

	static boolean isTrusted(Draft draft, boolean refresh, boolean sync) {
		if (!refresh || sync || draft.path.status() != Status.PRESENT || draft.session.withdrawn()) {
			return false;
		}
		draft.session = draft.session.accepted();
		return true;
	}

	static DetectorState promote(DetectorState state) {
		Members members = state.members;
		for (Member member : state.members.all()) {
			if (member.value() instanceof UnreadableMaster) {
				members = members.without(member.name());
			}
		}
		return new DetectorState(state.settings, state.session, state.guard, state.path, members, state.confirmation,
				state.requests, state.retryAt, state.snapshot());
	}

	public static final class TrustAfterReconnect {

		private TrustAfterReconnect() {
		}

		@Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
		static boolean enter(@Advice.FieldValue("draft") Draft draft, @Advice.Argument(0) boolean refresh,
				@Advice.Argument(1) boolean sync) {
			return ElectionMistakes.isTrusted(draft, refresh, sync);
		}

	}

	public static final class ContactByConnection {

		private ContactByConnection() {
		}

		@Advice.OnMethodExit
		static void exit(@Advice.FieldValue("draft") Draft draft) {
			draft.session = draft.session.answered(draft.now);
		}

	}

	public static final class ReplacedForEver {

		private ReplacedForEver() {
		}

		@Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
		static boolean enter(@Advice.FieldValue("draft") Draft draft) {
			return draft.session.phase() == Phase.REPLACED;
		}

	}

	public static final class Promote {

		private Promote() {
		}

		@Advice.OnMethodEnter
		static void enter(@Advice.Argument(value = 0, readOnly = false) DetectorState state) {
			state = ElectionMistakes.promote(state);
		}

	}

	public static final class WithdrawAtOnce {

		private WithdrawAtOnce() {
		}

		@Advice.OnMethodExit
		static void exit(@Advice.FieldValue("draft") Draft draft) {
			draft.session = draft.session.withdraw();
			draft.members = Members.NONE;
		}

	}

}
