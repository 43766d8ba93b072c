package io.github.mesosdiscovery.zookeeper;

import io.github.mesosdiscovery.zookeeper.Link.Phase;
import io.github.mesosdiscovery.zookeeper.Signal.Authenticated;
import io.github.mesosdiscovery.zookeeper.Signal.Checked;
import io.github.mesosdiscovery.zookeeper.Signal.CommandFailed;
import io.github.mesosdiscovery.zookeeper.Signal.Connected;
import io.github.mesosdiscovery.zookeeper.Signal.Connected.Sasl;
import io.github.mesosdiscovery.zookeeper.Signal.Died;
import io.github.mesosdiscovery.zookeeper.Signal.Disconnected;
import io.github.mesosdiscovery.zookeeper.Signal.Due;
import io.github.mesosdiscovery.zookeeper.Signal.Expired;
import io.github.mesosdiscovery.zookeeper.Signal.Failure;
import io.github.mesosdiscovery.zookeeper.Signal.Failure.Cause;
import io.github.mesosdiscovery.zookeeper.Signal.Fetched;
import io.github.mesosdiscovery.zookeeper.Signal.Heard;
import io.github.mesosdiscovery.zookeeper.Signal.Hindered;
import io.github.mesosdiscovery.zookeeper.Signal.Listed;
import io.github.mesosdiscovery.zookeeper.Signal.LoginFailed;
import io.github.mesosdiscovery.zookeeper.Signal.OfSession;
import io.github.mesosdiscovery.zookeeper.Signal.Opened;
import io.github.mesosdiscovery.zookeeper.Signal.Outcome;
import io.github.mesosdiscovery.zookeeper.Signal.PathChanged;
import io.github.mesosdiscovery.zookeeper.Signal.ZnodeChanged;
import io.github.mesosdiscovery.zookeeper.Signal.ZnodeDeleted;
import org.jspecify.annotations.Nullable;

/**
 * The one way from one {@link Tracking} to the next: a pure function of what was known,
 * what happened and when. Here are the turns of the connection; {@link Reads} and
 * {@link RegistrationReads} have those of the reads.
 */
final class Transition {

	private final Draft draft;

	private final Reads reads;

	private final RegistrationReads registrations;

	private final long now;

	private Transition(Tracking tracking, long now) {
		this.draft = new Draft(tracking, now);
		this.reads = new Reads(this.draft);
		this.registrations = new RegistrationReads(this.draft, this.reads);
		this.now = now;
	}

	static Step next(Tracking tracking, Signal signal, long now) {
		Transition transition = new Transition(tracking, now);
		if (signal instanceof Due due) {
			transition.due(due.timer());
		}
		else if (((OfSession) signal).session() >= tracking.link().session()) {
			transition.take((OfSession) signal);
		}
		transition.registrations.fetchWaiting();
		return transition.draft.step();
	}

	private void take(OfSession signal) {
		if (signal.session() > this.draft.link.session()) {
			open(signal.session());
		}
		if (this.draft.link.phase() == Phase.REPLACED && !(signal instanceof Died)
				&& !(signal instanceof CommandFailed)) {
			// Its close would take back at once what it still says.
			return;
		}
		if (signal instanceof Connected connected) {
			connected(connected);
		}
		else if (signal instanceof Authenticated) {
			authenticated();
		}
		else if (signal instanceof LoginFailed) {
			loginFailed(Access.LOGIN_FAILED);
		}
		else if (signal instanceof Disconnected) {
			disconnect();
		}
		else if (signal instanceof Expired) {
			withdraw(this.draft.link.expire(this.now));
			this.draft.schedule(Timer.DEADLINE, this.draft.link.timeout());
		}
		else if (signal instanceof Died died) {
			die(died.refusal());
			if (died.fault() != null) {
				this.draft.link = this.draft.link.with(this.draft.link.access().fail(died.fault()));
			}
		}
		else if (signal instanceof Hindered hindered) {
			hinder(hindered.obstacle());
		}
		else if (signal instanceof CommandFailed failed) {
			commandFailed(failed.command());
		}
		else if (!(signal instanceof Opened) && this.draft.link.isConnected()) {
			follow(signal);
		}
	}

	/**
	 * A read that could not be made has failed like one that was, and a client that could
	 * not be replaced is replaced later.
	 */
	private void commandFailed(Command command) {
		int session = this.draft.link.session();
		Failure failure = new Failure(Cause.OTHER, "no request");
		if (command instanceof Command.Rebuild) {
			if (this.draft.link.phase() == Phase.REPLACED) {
				die(null);
			}
		}
		else if (!this.draft.link.isConnected()) {
			// What the next connection reads takes its place.
		}
		else if (command instanceof Command.ListChildren list) {
			this.reads.listed(new Listed(session, list.request(), failure));
		}
		else if (command instanceof Command.Fetch fetch) {
			this.registrations.fetched(new Fetched(session, fetch.request(), fetch.name(), failure));
		}
		else if (command instanceof Command.CheckPath check) {
			this.reads.checked(new Checked(session, check.request(), failure));
		}
		else if (command instanceof Command.Ping) {
			this.draft.link = this.draft.link.forgetPing();
		}
	}

	private void follow(OfSession signal) {
		if (signal instanceof Listed listed) {
			this.reads.listed(listed);
			answered(Reads.isAnswer(listed.listing()));
		}
		else if (signal instanceof Fetched fetched) {
			this.registrations.fetched(fetched);
			answered(Reads.isAnswer(fetched.outcome()));
		}
		else if (signal instanceof Checked checked) {
			this.reads.checked(checked);
			answered(Reads.isAnswer(checked.outcome()));
		}
		else if (signal instanceof PathChanged) {
			this.reads.pathChanged();
		}
		else if (signal instanceof ZnodeChanged changed) {
			this.registrations.znodeChanged(changed.name());
		}
		else if (signal instanceof ZnodeDeleted deleted) {
			this.registrations.znodeDeleted(deleted.name());
		}
		else {
			heard(((Heard) signal).path());
		}
	}

	private void answered(boolean answer) {
		if (answer) {
			this.draft.answered();
		}
	}

	/**
	 * A ping proves that the view which was accepted still holds, since its watches would
	 * have told of a change. Without a view it proves nothing: a server can answer pings
	 * and never a list.
	 */
	private void heard(Outcome path) {
		Cause failure = (path instanceof Failure failed) ? failed.cause() : null;
		if (failure == Cause.UNAUTHENTICATED) {
			this.reads.unauthenticated();
		}
		else if (failure != Cause.CONNECTION) {
			this.draft.link = this.draft.link.forgetPing();
			answered(this.draft.link.synced());
			this.reads.heard(path);
		}
	}

	private void open(int session) {
		withdraw(this.draft.link.open(session, this.now));
		this.draft.path = PathView.UNKNOWN;
		this.draft.schedule(Timer.DEADLINE, Math.max(0, this.draft.link.remaining(this.now)));
	}

	private void connected(Connected signal) {
		if (signal.sasl() == Sasl.UNDER_WAY) {
			connect(this.draft.link.authenticate(signal.timeoutNanos(), signal.server(), this.now));
		}
		else if (this.draft.link.access().saslRequired()) {
			loginFailed((signal.sasl() == Sasl.NONE) ? Access.NO_LOGIN : Access.LOGIN_FAILED);
		}
		else {
			connect(signal.timeoutNanos(), signal.server());
		}
	}

	private void authenticated() {
		if (this.draft.link.phase() == Phase.AUTHENTICATING) {
			Link link = this.draft.link.with(this.draft.link.access().login(true));
			this.draft.link = link;
			connect(link.timeout(), link.server());
		}
	}

	/**
	 * The handle lives on, and would go on without: where that is not wanted, it is given
	 * up. It says so again at each attempt, which must not put its replacement off.
	 */
	private void loginFailed(String refusal) {
		Link link = this.draft.link;
		if (!link.access().saslRequired()) {
			this.draft.link = link.with(link.access().login(false));
		}
		else if (link.phase() != Phase.DEAD) {
			die(refusal);
		}
	}

	private void connect(long timeout, @Nullable String server) {
		connect(this.draft.link.connect(timeout, server, this.now));
		this.reads.forgive();
		// First of all: ZooKeeper can answer while the timers are set.
		this.reads.list(true, this.draft.fence.isForeign(this.draft.link.session()));
		this.draft.schedule(Timer.HEARTBEAT, this.draft.link.heartbeat());
		scheduleResync();
	}

	/**
	 * A connection is no contact. Only where nothing is kept that could be dead, the
	 * first one gets the time for an answer.
	 */
	private void connect(Link connected) {
		boolean first = connected.withdrawn() && this.draft.link.contact().connected() == null;
		this.draft.link = first ? connected.extend(this.now) : connected;
		this.draft.schedule(Timer.DEADLINE,
				Math.max(0, Math.min(connected.timeout(), this.draft.link.remaining(this.now))));
	}

	private void disconnect() {
		if (this.draft.link.isConnected()) {
			this.draft.link = this.draft.link.lose(this.now);
			this.draft.schedule(Timer.DEADLINE, Math.max(0, this.draft.link.remaining(this.now)));
		}
		else if (this.draft.link.phase() == Phase.AUTHENTICATING) {
			this.draft.link = this.draft.link.breakOff(this.now);
		}
		else if (this.draft.link.phase() == Phase.CONNECTING
				&& Access.BROKEN_OFF.equals(this.draft.link.access().refusal())) {
			// Now it does not even connect.
			this.draft.link = this.draft.link.with(this.draft.link.access().refuse(null));
		}
	}

	private void die(@Nullable String refusal) {
		this.draft.schedule(Timer.REBUILD, Backoff.nanos(this.draft.link.deaths()));
		this.draft.link = this.draft.link.die(refusal, this.now);
	}

	/**
	 * It can fail without a word, as when no thread can be had: then it is tried again.
	 */
	private void replace(Link link) {
		this.draft.link = link.replace(this.now);
		this.draft.command(new Command.Rebuild());
		this.draft.schedule(Timer.DEADLINE, Math.max(0, this.draft.link.remaining(this.now)));
	}

	private void hinder(@Nullable String obstacle) {
		// What was examined can have been overtaken by an attempt that went well.
		if (!this.draft.link.isConnected()) {
			this.draft.link = this.draft.link.with(this.draft.link.access().hinder(obstacle));
		}
	}

	private void withdraw(Link link) {
		this.draft.link = link;
		this.draft.slots = Slots.NONE;
	}

	private void due(Timer timer) {
		Link link = this.draft.link;
		switch (timer) {
			case RETRY -> {
				this.draft.awake();
				if (link.isConnected()) {
					this.reads.repeat();
					this.registrations.repeat();
				}
			}
			case RESYNC -> {
				scheduleResync();
				if (link.isConnected()) {
					this.reads.list(true, false);
				}
			}
			case HEARTBEAT -> {
				if (link.isConnected()) {
					this.draft.schedule(Timer.HEARTBEAT, link.heartbeat());
					if (link.contact().pinged() == null) {
						this.draft.link = link.ping(this.now);
						this.draft.command(new Command.Ping(link.session()));
					}
				}
			}
			case DEADLINE -> deadline(link);
			case REBUILD -> {
				if (link.isGivenUp()) {
					replace(link);
				}
			}
		}
	}

	/**
	 * Not more often than a listing can take on a connection that lives, or none would
	 * ever end.
	 */
	private void scheduleResync() {
		this.draft.schedule(Timer.RESYNC, Math.max(this.draft.resyncInterval, this.draft.link.timeout()));
	}

	private void deadline(Link link) {
		long remaining = link.remaining(this.now);
		if (remaining > 0) {
			this.draft.schedule(Timer.DEADLINE, remaining);
		}
		else {
			overdue();
		}
	}

	private void overdue() {
		this.draft.link = this.draft.link.overdue(this.now);
		Link link = this.draft.link;
		boolean kept = !link.withdrawn();
		if (kept) {
			withdraw(link.withdraw());
		}
		switch (link.phase()) {
			case CONNECTING -> die(null);
			case LOST -> {
				// Its session is over by now, or will be refused: so it is with an
				// ensemble that was wiped, which a client never comes back to.
				if (Access.BROKEN_OFF.equals(link.access().refusal())) {
					// It would log in for ever with what it read of the JAAS
					// configuration.
					die(Access.BROKEN_OFF);
				}
				else {
					replace(this.draft.link.giveUp(this.now));
				}
			}
			case AUTHENTICATING, CONNECTED -> {
				// Pings that are answered show that another client would fare no better.
				boolean alive = link.access().fault() != null && link.contact().pinged() == null;
				if (kept || alive) {
					// Connected and yet silent: this process was stopped, and an answer
					// will come at once, or the handle is dead without a word. A login
					// may take its time.
					this.draft.link = this.draft.link.extend(this.now);
					this.draft.schedule(Timer.DEADLINE, link.timeout());
				}
				else {
					replace(this.draft.link.giveUp(this.now));
				}
			}
			case REPLACED -> replace(this.draft.link);
			case DEAD -> {
				// Another timer leads out.
			}
		}
	}

}
