package io.github.mesosdiscovery.zookeeper.election;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.codec.RegistrationName;
import io.github.mesosdiscovery.zookeeper.election.Input.Connected.Sasl;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure;
import io.github.mesosdiscovery.zookeeper.election.Input.Failure.Cause;
import io.github.mesosdiscovery.zookeeper.election.Input.OfClient;
import io.github.mesosdiscovery.zookeeper.election.Input.Reply;
import io.github.mesosdiscovery.zookeeper.election.SessionState.Phase;
import org.jspecify.annotations.Nullable;

/**
 * The face of the package (internal): a pure function of the last state, the input, the
 * reading {@code now} of the monotonic clock in nanoseconds, and the wall-clock
 * {@code time} for users. An instance is one transition. While connected, every read has
 * either succeeded, is in progress, or is going to be repeated.
 */
public final class StateMachine {

	private final long now;

	private final List<Command> commands = new ArrayList<>();

	private DetectorState state;

	private boolean answered;

	private StateMachine(DetectorState state, long now) {
		this.state = state;
		this.now = now;
	}

	/** Return the state before the first client. */
	public static DetectorState initial(DetectorSettings settings, MasterSnapshot empty, long now) {
		return new DetectorState(settings, SessionState.initial(settings.sessionTimeout(), now), StaleViewGuard.OPEN,
				PathState.UNKNOWN, Members.NONE, empty);
	}

	/** Return the next state, with the commands to carry out and what to log. */
	public static TransitionResult apply(DetectorState state, Input input, long now, Instant time) {
		StateMachine machine = new StateMachine(state, now);
		if (input instanceof Input.TimerFired fired) {
			machine.timerFired(fired.timer());
		}
		else if (((OfClient) input).clientId() >= state.clientId()) {
			machine.clientInput((OfClient) input);
		}
		machine.readMembers();
		machine.recordContact();
		machine.scheduleRetries(state, input);
		DetectorState next = machine.state.with(SnapshotProjection.of(machine.state, time));
		return new TransitionResult(next, List.copyOf(machine.commands), TransitionLog.of(input, state, next));
	}

	private void clientInput(OfClient input) {
		if (input.clientId() > this.state.clientId()) {
			clientCreated(input.clientId());
		}
		if (input instanceof Input.ClientFailed failed) {
			this.state = this.state.with(session().failed(failed.refusal(), failed.fault(), this.now));
		}
		// Closing the client that is replaced would undo at once what it still reports.
		else if (session().phase() != Phase.REPLACED) {
			connectionInput(input);
		}
	}

	private void connectionInput(OfClient input) {
		if (input instanceof Input.Connected connected) {
			connected(connected);
		}
		else if (input instanceof Input.Authenticated) {
			authenticated();
		}
		else if (input instanceof Input.LoginFailed) {
			loginFailed(AccessState.LOGIN_FAILED);
		}
		else if (input instanceof Input.Disconnected) {
			disconnected();
		}
		else if (input instanceof Input.SessionExpired) {
			// The deadline moves to a later time, for which the timer sets itself again.
			this.state = this.state.withdraw(session().expired(this.now));
		}
		else if (session().isConnected()) {
			readInput(input);
		}
	}

	private void readInput(OfClient input) {
		if (input instanceof Input.ChildrenListed listed) {
			this.answered = listed.listing().isAnswer();
			listed(listed);
		}
		else if (input instanceof Input.MemberRead read) {
			this.answered = read.reply().isAnswer();
			memberRead(read);
		}
		else if (input instanceof Input.PathChecked checked) {
			this.answered = checked.reply().isAnswer();
			pathChecked(checked);
		}
		else if (input instanceof Input.HeartbeatReply heartbeat) {
			heartbeatReply(heartbeat.reply());
		}
		else if (input instanceof Input.PathChanged) {
			pathChanged();
		}
		else if (input instanceof Input.MemberChanged changed) {
			memberChanged(changed.name());
		}
		else if (input instanceof Input.MemberDeleted deleted) {
			memberDeleted(deleted.name());
		}
	}

	private void clientCreated(int clientId) {
		this.state = this.state.withdraw(session().created(clientId, this.now)).with(PathState.UNKNOWN);
		scheduleDeadline();
	}

	private void connected(Input.Connected input) {
		if (input.sasl() == Sasl.IN_PROGRESS) {
			connected(Phase.AUTHENTICATING, input.timeoutNanos(), input.server());
		}
		else if (this.state.settings().saslRequired()) {
			loginFailed((input.sasl() == Sasl.NONE) ? AccessState.NO_LOGIN : AccessState.LOGIN_FAILED);
		}
		else {
			connected(Phase.CONNECTED, input.timeoutNanos(), input.server());
		}
	}

	private void connected(Phase phase, long timeout, @Nullable String server) {
		this.state = this.state.with(session().connected(phase, timeout, server, this.now));
		scheduleDeadline();
		if (phase == Phase.CONNECTED) {
			this.state = this.state.with(path().end(null));
			// Before the other timers: ZooKeeper can answer while they are set.
			list(true, this.state.guard().isOfAnotherClient(this.state.clientId()));
			schedule(Timer.HEARTBEAT, Contact.heartbeatInterval(session().timeout()));
			scheduleResync();
		}
	}

	private void authenticated() {
		if (session().phase() == Phase.AUTHENTICATING) {
			this.state = this.state.with(access().withLogin(true));
			connected(Phase.CONNECTED, session().timeout(), session().server());
		}
	}

	/** Reported at each attempt to connect, which must not postpone the replacement. */
	private void loginFailed(String refusal) {
		if (!this.state.settings().saslRequired()) {
			this.state = this.state.with(access().withLogin(false));
		}
		else if (session().phase() != Phase.FAILED) {
			this.state = this.state.with(session().failed(refusal, null, this.now));
		}
	}

	private void disconnected() {
		Phase before = session().phase();
		this.state = this.state.with(session().disconnected(this.now));
		if (session().phase() != before) {
			scheduleDeadline();
		}
	}

	/**
	 * The deadline repeats the command if it is lost, for example for want of a thread.
	 */
	private void recreateClient() {
		this.commands.add(new Command.RecreateClient(this.state.clientId()));
		scheduleDeadline();
	}

	private void timerFired(Timer timer) {
		switch (timer) {
			case DEADLINE -> {
				if (session().remaining(this.now) > 0) {
					scheduleDeadline();
				}
				else {
					deadlinePassed();
				}
			}
			case RECREATE -> {
				if (session().isGivenUp()) {
					this.state = this.state.with(session().replaced(this.now));
					recreateClient();
				}
			}
			case RESYNC -> {
				scheduleResync();
				if (session().isConnected()) {
					list(true, false);
				}
			}
			case RETRY -> {
				if (session().isConnected()) {
					retry();
				}
			}
			case HEARTBEAT -> {
				if (session().isConnected()) {
					heartbeat();
				}
			}
		}
	}

	private void deadlinePassed() {
		this.state = this.state.withdraw(session().passDeadline(this.now));
		if (session().phase() == Phase.REPLACED) {
			recreateClient();
		}
		else if (session().phase() != Phase.FAILED) {
			scheduleDeadline();
		}
	}

	private void list(boolean refresh, boolean sync) {
		this.state = this.state.with(path().list(refresh));
		this.commands.add(new Command.ListChildren(this.state.clientId(), path().request(), sync));
	}

	private void listed(Input.ChildrenListed input) {
		if (!path().isListing(input.request())) {
			return;
		}
		if (input.listing() instanceof Failure failure) {
			notListed(failure);
		}
		else if (input.listing() instanceof Input.Children children) {
			if (this.state.guard().isOlder(children.czxid(), children.pzxid())) {
				refuseView();
				return;
			}
			boolean relist = path().relist();
			this.state = this.state.accept(children);
			if (relist) {
				list(false, false);
			}
		}
	}

	private void notListed(Failure failure) {
		switch (failure.cause()) {
			case MISSING -> missing();
			case DENIED -> this.state = this.state.acceptDenial(this.now);
			case UNAUTHENTICATED -> {
				unauthenticated();
				pathFailed();
			}
			case CONNECTION -> pathFailed();
			case TOO_LARGE -> this.state = this.state.outdated(failure.code(), this.now);
			case NOT_SENT, OTHER ->
				this.state = this.state.outdated("listing the children fails with " + failure.code(), this.now);
		}
	}

	private void missing() {
		StaleViewGuard guard = this.state.guard();
		if (guard.isOfAnotherClient(this.state.clientId()) && !guard.isAbsent()) {
			refuseView();
			return;
		}
		this.state = this.state.acceptAbsence();
		this.commands.add(new Command.WatchPathCreation(this.state.clientId(), path().request()));
	}

	private void refuseView() {
		this.state = this.state.refuseView(this.now);
		if (!this.state.guard().isKnown()) {
			list(false, false);
		}
	}

	/** The server closes the connection, and the client comes back without a login. */
	private void unauthenticated() {
		this.state = this.state.with(access().withRefusal(AccessState.DEMANDED));
	}

	private void pathFailed() {
		this.state = this.state.with(path().fail(this.now));
	}

	private void pathChecked(Input.PathChecked input) {
		if (!path().isChecking(input.request())) {
			return;
		}
		if (!(input.reply() instanceof Failure failure)) {
			list(false, false);
		}
		else if (failure.cause() == Cause.MISSING) {
			this.state = this.state.with(path().end(null));
		}
		else {
			pathFailed();
		}
	}

	private void pathChanged() {
		if (path().isListing()) {
			this.state = this.state.with(path().change());
		}
		// A retry is scheduled after a refused view, and after a list that is too large.
		// Listing earlier would let each watch of a lagging server count as a refusal.
		else if (this.state.guard().refusals() == 0 && (path().pendingRetry() == null || access().fault() == null)) {
			list(false, false);
		}
	}

	private void heartbeat() {
		schedule(Timer.HEARTBEAT, Contact.heartbeatInterval(session().timeout()));
		if (session().contact().pinged() == null) {
			this.state = this.state.with(session().with(session().contact().sendHeartbeat(this.now)));
			this.commands.add(new Command.SendHeartbeat(this.state.clientId()));
		}
	}

	/**
	 * A reply proves that the accepted view is current, since its watches would have
	 * reported a change, unless it has waited while this process was stopped. It reports
	 * a version, for what a watch has missed and for a path that may not be read now.
	 */
	private void heartbeatReply(Reply reply) {
		if (session().current() && session().remaining(this.now) == 0) {
			deadlinePassed();
		}
		Cause failure = (reply instanceof Failure failed) ? failed.cause() : null;
		if (failure == Cause.UNAUTHENTICATED) {
			unauthenticated();
		}
		else if (failure != Cause.CONNECTION) {
			boolean current = session().current();
			boolean sent = failure != Cause.NOT_SENT;
			this.state = this.state.with(session().with(session().contact().endHeartbeat()));
			this.answered = sent && current;
			if (sent && path().isSettled() && (!current || this.state.isContradictedBy(reply))) {
				list(false, false);
			}
		}
	}

	/** Read what waits for it. Without a current view, the next one says what to read. */
	private void readMembers() {
		if (session().current()) {
			for (Member member : this.state.members().toRead()) {
				this.commands.add(new Command.ReadMember(this.state.clientId(), member.name()));
				update(member.name(), Member::startReading);
			}
		}
	}

	private void memberRead(Input.MemberRead input) {
		RegistrationName name = input.name();
		if (input.reply() instanceof Input.Decoded decoded) {
			this.state = this.state.memberRead(decoded.registration(), name);
		}
		else if (input.reply() instanceof Failure failure && this.state.members().get(name) != null) {
			if (failure.cause() == Cause.MISSING) {
				this.state = this.state.with(this.state.members().without(name));
				pathChanged();
				return;
			}
			if (failure.cause() == Cause.UNAUTHENTICATED) {
				unauthenticated();
			}
			update(name, (member) -> member.failed(failure, this.now));
		}
	}

	private void memberChanged(RegistrationName name) {
		update(name, Member::change);
	}

	/** No list could report it earlier. The child watch follows, and causes the list. */
	private void memberDeleted(RegistrationName name) {
		this.state = this.state.with(this.state.members().without(name)).with(path().change());
	}

	private void update(RegistrationName name, UnaryOperator<Member> change) {
		this.state = this.state.with(this.state.members().update(name, change));
	}

	private void retry() {
		if (Retry.isDue(path().pendingRetry(), this.now)) {
			list(false, this.state.guard().refusals() > 0);
		}
		this.state = this.state.with(this.state.members().retry(this.now));
	}

	/** Only one answer is contact while the next leader is unread: it may stay so. */
	private void recordContact() {
		boolean unread = this.state.isReadingLeader();
		if (this.answered && !(unread && session().contact().unread())) {
			this.state = this.state.with(session().answered(unread, this.now));
		}
	}

	private void scheduleRetries(DetectorState before, Input input) {
		boolean fired = input instanceof Input.TimerFired timer && timer.timer() == Timer.RETRY;
		Retry next = this.state.nextRetry();
		if (next != null && (fired || !next.equals(before.nextRetry()))) {
			schedule(Timer.RETRY, Math.max(0, next.at() - this.now));
		}
		int failures = before.session().failures();
		if (session().phase() == Phase.FAILED && session().failures() > failures) {
			schedule(Timer.RECREATE, Retry.pause(failures));
		}
	}

	private void scheduleDeadline() {
		schedule(Timer.DEADLINE, session().remaining(this.now));
	}

	/** Not more often than a listing can take, or none would ever end. */
	private void scheduleResync() {
		schedule(Timer.RESYNC, Math.max(this.state.settings().resyncInterval(), session().timeout()));
	}

	private void schedule(Timer timer, long nanos) {
		this.commands.add(new Command.Schedule(timer, nanos));
	}

	private SessionState session() {
		return this.state.session();
	}

	private PathState path() {
		return this.state.path();
	}

	private AccessState access() {
		return this.state.session().access();
	}

}
