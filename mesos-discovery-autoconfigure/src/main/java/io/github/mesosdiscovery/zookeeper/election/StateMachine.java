package io.github.mesosdiscovery.zookeeper.election;

import java.time.Instant;
import java.util.List;

import io.github.mesosdiscovery.LeaderChange;
import io.github.mesosdiscovery.zookeeper.election.Input.Authenticated;
import io.github.mesosdiscovery.zookeeper.election.Input.ChildrenListed;
import io.github.mesosdiscovery.zookeeper.election.Input.ClientCreated;
import io.github.mesosdiscovery.zookeeper.election.Input.ClientFailed;
import io.github.mesosdiscovery.zookeeper.election.Input.Connected;
import io.github.mesosdiscovery.zookeeper.election.Input.Connected.Sasl;
import io.github.mesosdiscovery.zookeeper.election.Input.Disconnected;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;
import io.github.mesosdiscovery.zookeeper.election.Input.HeartbeatReply;
import io.github.mesosdiscovery.zookeeper.election.Input.LoginFailed;
import io.github.mesosdiscovery.zookeeper.election.Input.MemberChanged;
import io.github.mesosdiscovery.zookeeper.election.Input.MemberDeleted;
import io.github.mesosdiscovery.zookeeper.election.Input.MemberRead;
import io.github.mesosdiscovery.zookeeper.election.Input.OfClient;
import io.github.mesosdiscovery.zookeeper.election.Input.PathChanged;
import io.github.mesosdiscovery.zookeeper.election.Input.PathChecked;
import io.github.mesosdiscovery.zookeeper.election.Input.Reply;
import io.github.mesosdiscovery.zookeeper.election.Input.SessionExpired;
import io.github.mesosdiscovery.zookeeper.election.Input.TimerFired;
import io.github.mesosdiscovery.zookeeper.election.SessionState.Phase;
import org.jspecify.annotations.Nullable;

/**
 * The face of the package (internal): a pure function of what was known, what happened
 * and when. This class handles the client and the timers, {@link MasterReads} what is
 * read.
 */
public final class StateMachine {

	private final Draft draft;

	private final MasterReads reads;

	private final long now;

	private StateMachine(DetectorState state, long now) {
		this.draft = new Draft(state, now);
		this.reads = new MasterReads(this.draft);
		this.now = now;
	}

	/**
	 * Return the state before the first client is created.
	 * @param settings the settings
	 * @param now the reading of the monotonic clock in nanoseconds
	 * @param time the wall-clock time
	 * @param changes the changes of the leader in earlier runs
	 * @return the initial state
	 */
	public static DetectorState initial(DetectorSettings settings, long now, Instant time, List<LeaderChange> changes) {
		return new DetectorState(settings,
				SessionState.initial(settings.sessionTimeout(), settings.saslRequired(), now), StaleViewGuard.OPEN,
				PathState.UNKNOWN, Members.NONE, DetectorState.Confirmation.NONE, 0, null,
				SnapshotProjection.initial(settings, time, changes));
	}

	/**
	 * Apply an input.
	 * @param state the state before
	 * @param input what happened
	 * @param now the reading of the monotonic clock in nanoseconds
	 * @param time the wall-clock time, for what users see
	 * @return the next state, the commands to carry out and what to log
	 */
	public static TransitionResult apply(DetectorState state, Input input, long now, Instant time) {
		StateMachine machine = new StateMachine(state, now);
		if (input instanceof TimerFired fired) {
			machine.timerFired(fired.timer());
		}
		else if (((OfClient) input).clientId() >= state.clientId()) {
			machine.take((OfClient) input);
		}
		machine.reads.readWaiting();
		DetectorState draft = machine.draft.build(state.snapshot());
		DetectorState next = draft.with(SnapshotProjection.of(draft, time));
		return new TransitionResult(next, List.copyOf(machine.draft.commands), TransitionLog.of(input, state, next));
	}

	private void take(OfClient input) {
		if (input.clientId() > this.draft.session.clientId()) {
			clientCreated(input.clientId());
		}
		if (input instanceof ClientFailed failed) {
			clientFailed(failed.refusal());
			if (failed.fault() != null) {
				this.draft.session = this.draft.session.with(this.draft.session.access().withFault(failed.fault()));
			}
		}
		else if (this.draft.session.phase() == Phase.REPLACED) {
			// Closing the client would revoke at once what it still reports.
		}
		else if (input instanceof Connected connected) {
			connected(connected);
		}
		else if (input instanceof Authenticated) {
			authenticated();
		}
		else if (input instanceof LoginFailed) {
			loginFailed(AccessState.LOGIN_FAILED);
		}
		else if (input instanceof Disconnected) {
			disconnected();
		}
		else if (input instanceof SessionExpired) {
			withdraw(this.draft.session.expired(this.now));
			this.draft.schedule(Timer.DEADLINE, this.draft.session.timeout());
		}
		else if (!(input instanceof ClientCreated) && this.draft.session.isConnected()) {
			follow(input);
		}
	}

	private void follow(OfClient input) {
		if (input instanceof ChildrenListed listed) {
			this.reads.listed(listed);
			answered(listed.listing());
		}
		else if (input instanceof MemberRead read) {
			this.reads.memberRead(read);
			answered(read.reply());
		}
		else if (input instanceof PathChecked checked) {
			this.reads.pathChecked(checked);
			answered(checked.reply());
		}
		else if (input instanceof PathChanged) {
			this.reads.pathChanged();
		}
		else if (input instanceof MemberChanged changed) {
			this.reads.memberChanged(changed.name());
		}
		else if (input instanceof MemberDeleted deleted) {
			this.reads.memberDeleted(deleted.name());
		}
		else {
			heartbeatReply(((HeartbeatReply) input).reply());
		}
	}

	/** A failure can be an answer, too. */
	private void answered(Object end) {
		if (!(end instanceof Failure failure) || failure.isAnswer()) {
			this.draft.answered();
		}
	}

	/**
	 * A heartbeat proves that the accepted view is still current, since its watches would
	 * have reported a change. Without a view it proves nothing: a server can answer
	 * heartbeats and never a list.
	 */
	private void heartbeatReply(Reply reply) {
		Cause failure = (reply instanceof Failure failed) ? failed.cause() : null;
		if (failure == Cause.UNAUTHENTICATED) {
			this.reads.unauthenticated();
		}
		else if (failure == Cause.NOT_SENT) {
			endHeartbeat();
		}
		else if (failure != Cause.CONNECTION) {
			endHeartbeat();
			if (this.draft.session.current()) {
				this.draft.answered();
			}
			this.reads.heartbeatReply(reply);
		}
	}

	private void endHeartbeat() {
		this.draft.session = this.draft.session.with(this.draft.session.contact().endHeartbeat());
	}

	private void clientCreated(int clientId) {
		withdraw(this.draft.session.created(clientId, this.now));
		this.draft.path = PathState.UNKNOWN;
		this.draft.schedule(Timer.DEADLINE, this.draft.session.remaining(this.now));
	}

	private void connected(Connected input) {
		if (input.sasl() == Sasl.IN_PROGRESS) {
			connected(Phase.AUTHENTICATING, input.timeoutNanos(), input.server());
		}
		else if (this.draft.session.access().saslRequired()) {
			loginFailed((input.sasl() == Sasl.NONE) ? AccessState.NO_LOGIN : AccessState.LOGIN_FAILED);
		}
		else {
			startReading(input.timeoutNanos(), input.server());
		}
	}

	private void authenticated() {
		SessionState session = this.draft.session;
		if (session.phase() == Phase.AUTHENTICATING) {
			this.draft.session = session.with(session.access().withLogin(true));
			startReading(session.timeout(), session.server());
		}
	}

	/**
	 * The client continues, and would read without authentication: where that is not
	 * wanted, it is given up. It reports this at each attempt, which must not postpone
	 * its replacement.
	 */
	private void loginFailed(String refusal) {
		SessionState session = this.draft.session;
		if (!session.access().saslRequired()) {
			this.draft.session = session.with(session.access().withLogin(false));
		}
		else if (session.phase() != Phase.FAILED) {
			clientFailed(refusal);
		}
	}

	private void startReading(long timeout, @Nullable String server) {
		connected(Phase.CONNECTED, timeout, server);
		this.reads.retryNow();
		// Before the timers: ZooKeeper can answer while they are set.
		this.reads.list(true, this.draft.guard.isOfAnotherClient(this.draft.session.clientId()));
		this.draft.schedule(Timer.HEARTBEAT, heartbeatInterval());
		scheduleResync();
	}

	private void connected(Phase phase, long timeout, @Nullable String server) {
		this.draft.session = this.draft.session.connected(phase, timeout, server, this.now);
		this.draft.schedule(Timer.DEADLINE, Math.min(timeout, this.draft.session.remaining(this.now)));
	}

	private void disconnected() {
		SessionState session = this.draft.session;
		switch (session.phase()) {
			case CONNECTED -> {
				this.draft.session = session.disconnected(this.now);
				this.draft.schedule(Timer.DEADLINE, this.draft.session.remaining(this.now));
			}
			case AUTHENTICATING -> this.draft.session = session.disconnected(this.now)
				.with(session.access().withRefusal(AccessState.INTERRUPTED));
			case CONNECTING -> {
				if (session.isLoginInterrupted()) {
					// Now it does not even connect.
					this.draft.session = session.with(session.access().withRefusal(null));
				}
			}
			case LOST, FAILED, REPLACED -> {
				// As before.
			}
		}
	}

	private void clientFailed(@Nullable String refusal) {
		this.draft.schedule(Timer.RECREATE, Retry.pause(this.draft.session.failures()));
		this.draft.session = this.draft.session.failed(refusal, this.now);
	}

	/**
	 * The command can be lost, for example if no thread can be created: the deadline
	 * repeats it.
	 */
	private void replace(SessionState session) {
		this.draft.session = session.replaced(this.now);
		this.draft.command(new Command.RecreateClient(session.clientId()));
		this.draft.schedule(Timer.DEADLINE, this.draft.session.remaining(this.now));
	}

	private void withdraw(SessionState session) {
		this.draft.session = session;
		this.draft.members = Members.NONE;
	}

	private void timerFired(Timer timer) {
		SessionState session = this.draft.session;
		switch (timer) {
			case RETRY -> {
				this.draft.retryAt = null;
				if (session.isConnected()) {
					this.reads.retryDue();
				}
			}
			case RESYNC -> {
				scheduleResync();
				if (session.isConnected()) {
					this.reads.list(true, false);
				}
			}
			case HEARTBEAT -> {
				if (session.isConnected()) {
					heartbeat();
				}
			}
			case DEADLINE -> {
				if (session.remaining(this.now) > 0) {
					this.draft.schedule(Timer.DEADLINE, session.remaining(this.now));
				}
				else {
					deadlinePassed();
				}
			}
			case RECREATE -> {
				if (session.isGivenUp()) {
					replace(session);
				}
			}
		}
	}

	private void heartbeat() {
		SessionState session = this.draft.session;
		this.draft.schedule(Timer.HEARTBEAT, heartbeatInterval());
		if (session.contact().pinged() == null) {
			this.draft.session = session.with(session.contact().sendHeartbeat(this.now));
			this.draft.command(new Command.SendHeartbeat(session.clientId()));
		}
	}

	private long heartbeatInterval() {
		return Contact.heartbeatInterval(this.draft.session.timeout());
	}

	/**
	 * Not more often than a listing can take on a healthy connection, or none would ever
	 * end.
	 */
	private void scheduleResync() {
		this.draft.schedule(Timer.RESYNC, Math.max(this.draft.settings.resyncInterval(), this.draft.session.timeout()));
	}

	private void deadlinePassed() {
		SessionState session = this.draft.session;
		session = session.with(session.contact().passDeadline(session.timeout(), this.now));
		this.draft.session = session;
		boolean kept = !session.withdrawn();
		if (kept) {
			withdraw(session.withdraw());
		}
		switch (session.phase()) {
			case CONNECTING -> clientFailed(null);
			case LOST -> {
				if (session.isLoginInterrupted()) {
					// It would log in for ever with what it read of the JAAS
					// configuration.
					clientFailed(AccessState.INTERRUPTED);
				}
				else {
					// Its session is over by now, or will be refused: a client never
					// returns to an ensemble that was wiped.
					replace(this.draft.session.givenUp(this.now));
				}
			}
			case AUTHENTICATING, CONNECTED -> {
				// Heartbeats that are answered show that another client would fare no
				// better.
				boolean alive = session.access().fault() != null && session.contact().pinged() == null;
				if (kept || alive) {
					// Connected and yet silent: this process was stopped, and an answer
					// will come at once, or the client died without notice. A login may
					// take its time.
					this.draft.session = this.draft.session.extended(this.now);
					this.draft.schedule(Timer.DEADLINE, session.timeout());
				}
				else {
					replace(this.draft.session.givenUp(this.now));
				}
			}
			case REPLACED -> replace(this.draft.session);
			case FAILED -> {
				// The timer for the next client is set.
			}
		}
	}

}
