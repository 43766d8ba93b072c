package io.github.mesosdiscovery.zookeeper;

import io.github.mesosdiscovery.zookeeper.Link.Phase;
import io.github.mesosdiscovery.zookeeper.Signal.Authenticated;
import io.github.mesosdiscovery.zookeeper.Signal.Checked;
import io.github.mesosdiscovery.zookeeper.Signal.Connected;
import io.github.mesosdiscovery.zookeeper.Signal.Connected.Sasl;
import io.github.mesosdiscovery.zookeeper.Signal.Died;
import io.github.mesosdiscovery.zookeeper.Signal.Disconnected;
import io.github.mesosdiscovery.zookeeper.Signal.Due;
import io.github.mesosdiscovery.zookeeper.Signal.Expired;
import io.github.mesosdiscovery.zookeeper.Signal.Fetched;
import io.github.mesosdiscovery.zookeeper.Signal.Heard;
import io.github.mesosdiscovery.zookeeper.Signal.Hindered;
import io.github.mesosdiscovery.zookeeper.Signal.Listed;
import io.github.mesosdiscovery.zookeeper.Signal.LoginFailed;
import io.github.mesosdiscovery.zookeeper.Signal.OfSession;
import io.github.mesosdiscovery.zookeeper.Signal.Opened;
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
		this.draft = new Draft(tracking);
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
		if (this.draft.link.phase() == Phase.REPLACED && !(signal instanceof Died)) {
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
			withdraw(this.draft.link.expire());
		}
		else if (signal instanceof Died died) {
			die(died.refusal());
		}
		else if (signal instanceof Hindered hindered) {
			hinder(hindered.obstacle());
		}
		else if (!(signal instanceof Opened) && this.draft.link.isConnected()) {
			follow(signal);
		}
	}

	private void follow(OfSession signal) {
		if (signal instanceof Listed listed) {
			hear(!Reads.lostConnection(listed.listing()));
			this.reads.listed(listed);
		}
		else if (signal instanceof Fetched fetched) {
			hear(!Reads.lostConnection(fetched.outcome()));
			this.registrations.fetched(fetched);
		}
		else if (signal instanceof Checked checked) {
			hear(!Reads.lostConnection(checked.outcome()));
			this.reads.checked(checked);
		}
		else if (signal instanceof PathChanged) {
			hear(true);
			this.reads.pathChanged();
		}
		else if (signal instanceof ZnodeChanged changed) {
			hear(true);
			this.registrations.znodeChanged(changed.name());
		}
		else if (signal instanceof ZnodeDeleted deleted) {
			hear(true);
			this.registrations.znodeDeleted(deleted.name());
		}
		else if (!Reads.lostConnection(((Heard) signal).path())) {
			hear(true);
			this.reads.heard(((Heard) signal).path());
		}
	}

	private void open(int session) {
		withdraw(this.draft.link.open(session));
		this.draft.path = PathView.UNKNOWN;
		if (this.draft.link.withdrawn()) {
			this.draft.schedule(Timer.DEADLINE, this.draft.link.timeout());
		}
	}

	private void connected(Connected signal) {
		if (signal.sasl() == Sasl.UNDER_WAY) {
			this.draft.link = this.draft.link.authenticate(signal.timeoutNanos());
		}
		else if (this.draft.link.access().saslRequired()) {
			loginFailed((signal.sasl() == Sasl.NONE) ? Access.NO_LOGIN : Access.LOGIN_FAILED);
		}
		else {
			connect(signal.timeoutNanos());
		}
	}

	private void authenticated() {
		if (this.draft.link.phase() == Phase.AUTHENTICATING) {
			this.draft.link = this.draft.link.login(true);
			connect(this.draft.link.timeout());
		}
	}

	/**
	 * The handle lives on, and would go on without: where that is not wanted, it is given
	 * up. It says so again at each attempt, which must not put its replacement off.
	 */
	private void loginFailed(String refusal) {
		Link link = this.draft.link;
		if (!link.access().saslRequired()) {
			this.draft.link = link.login(false);
		}
		else if (link.phase() != Phase.DEAD) {
			die(refusal);
		}
	}

	private void connect(long timeout) {
		this.draft.link = this.draft.link.connect(timeout, this.now);
		this.draft.attempts = 0;
		// First of all: ZooKeeper can answer while the timers are set.
		this.reads.list(true, this.draft.fence.isForeign(this.draft.link.session()));
		this.draft.schedule(Timer.DEADLINE, timeout);
		this.draft.schedule(Timer.HEARTBEAT, this.draft.link.heartbeat());
		scheduleResync();
	}

	private void disconnect() {
		if (this.draft.link.isConnected()) {
			this.draft.link = this.draft.link.lose(this.now);
			this.draft.schedule(Timer.DEADLINE, this.draft.link.remaining(this.now));
		}
		else if (this.draft.link.phase() == Phase.AUTHENTICATING) {
			this.draft.link = this.draft.link.breakOff();
		}
		else if (this.draft.link.phase() == Phase.CONNECTING
				&& Access.BROKEN_OFF.equals(this.draft.link.access().refusal())) {
			// Now it does not even connect.
			this.draft.link = this.draft.link.forgive();
		}
	}

	private void die(@Nullable String refusal) {
		this.draft.schedule(Timer.REBUILD, Backoff.nanos(this.draft.link.deaths()));
		this.draft.link = this.draft.link.die(refusal);
	}

	private void replace(Link link) {
		this.draft.link = link.replace();
		this.draft.command(new Command.Rebuild());
	}

	private void hinder(@Nullable String obstacle) {
		// What was examined can have been overtaken by an attempt that went well.
		if (!this.draft.link.isConnected()) {
			this.draft.link = this.draft.link.hinder(obstacle);
		}
	}

	private void hear(boolean alive) {
		if (alive) {
			this.draft.link = this.draft.link.hear(this.now);
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
				this.draft.retrying = false;
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
					if (link.pinged() == null) {
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
			overdue(link);
		}
	}

	private void overdue(Link link) {
		if (!link.withdrawn()) {
			withdraw(link.withdraw());
		}
		if (link.phase() == Phase.CONNECTING) {
			die(null);
		}
		else if (link.phase() == Phase.LOST && Access.BROKEN_OFF.equals(link.access().refusal())) {
			// It would log in for ever with what it read of the JAAS configuration.
			die(Access.BROKEN_OFF);
		}
		else if (link.phase() != Phase.DEAD && link.phase() != Phase.REPLACED) {
			if (link.withdrawn()) {
				replace(link.die(null));
			}
			else {
				// Connected and yet silent: this process was stopped, and an answer will
				// come at once, or the handle is dead without a word. One that is gone
				// may come back to its session, and a login may take its time.
				this.draft.schedule(Timer.DEADLINE, link.timeout());
			}
		}
	}

}
