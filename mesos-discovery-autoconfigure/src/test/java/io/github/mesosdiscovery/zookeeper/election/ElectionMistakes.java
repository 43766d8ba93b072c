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

	public static final Class<?> GUARD = StaleViewGuard.class;

	public static final Class<?> PROJECTION = SnapshotProjection.class;

	private ElectionMistakes() {
	}

	static boolean isTrusted(DetectorState state, boolean refresh, boolean sync) {
		return refresh && !sync && state.path().status() == Status.PRESENT && !state.session().withdrawn();
	}

	static DetectorState promote(DetectorState state) {
		Members members = state.members();
		for (Member member : state.members().all()) {
			if (member.value() instanceof UnreadableMaster) {
				members = members.without(member.name());
			}
		}
		return state.with(members);
	}

	public static final class TrustAfterReconnect {

		private TrustAfterReconnect() {
		}

		@Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
		static boolean enter(@Advice.FieldValue(value = "state", readOnly = false) DetectorState state,
				@Advice.Argument(0) boolean refresh, @Advice.Argument(1) boolean sync) {
			boolean trusted = ElectionMistakes.isTrusted(state, refresh, sync);
			if (trusted) {
				state = state.with(state.session().accepted());
			}
			return trusted;
		}

	}

	public static final class ContactByConnection {

		private ContactByConnection() {
		}

		@Advice.OnMethodExit
		static void exit(@Advice.FieldValue(value = "state", readOnly = false) DetectorState state,
				@Advice.FieldValue("now") long now) {
			state = state.with(state.session().answered(false, now));
		}

	}

	public static final class ReplacedForEver {

		private ReplacedForEver() {
		}

		@Advice.OnMethodEnter(skipOn = Advice.OnNonDefaultValue.class)
		static boolean enter(@Advice.FieldValue("state") DetectorState state) {
			return state.session().phase() == Phase.REPLACED;
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
		static void exit(@Advice.FieldValue(value = "state", readOnly = false) DetectorState state) {
			state = state.withdraw(state.session().withdraw());
		}

	}

}
