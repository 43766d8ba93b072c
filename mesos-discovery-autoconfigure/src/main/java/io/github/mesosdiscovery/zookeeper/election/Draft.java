package io.github.mesosdiscovery.zookeeper.election;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.codec.RegistrationName;
import io.github.mesosdiscovery.zookeeper.election.DetectorState.Confirmation;
import org.jspecify.annotations.Nullable;

/**
 * The next state while a transition is in progress.
 */
final class Draft {

	final long now;

	final DetectorSettings settings;

	final List<Command> commands = new ArrayList<>();

	SessionState session;

	StaleViewGuard guard;

	PathState path;

	Members members;

	@Nullable Long retryAt;

	private Confirmation confirmation;

	private long requests;

	Draft(DetectorState state, long now) {
		this.now = now;
		this.settings = state.settings;
		this.session = state.session;
		this.guard = state.guard;
		this.path = state.path;
		this.members = state.members;
		this.confirmation = state.confirmation;
		this.requests = state.requests;
		this.retryAt = state.retryAt;
	}

	DetectorState build(MasterSnapshot snapshot) {
		return new DetectorState(this.settings, this.session, this.guard, this.path, this.members, this.confirmation,
				this.requests, this.retryAt, snapshot);
	}

	long nextRequest() {
		return ++this.requests;
	}

	void command(Command command) {
		this.commands.add(command);
	}

	void schedule(Timer timer, long nanos) {
		command(new Command.Schedule(timer, nanos));
	}

	/**
	 * Make sure that the timer fires when a read is to be repeated, if not before.
	 */
	void scheduleRetry(Retry retry) {
		if (this.retryAt == null || retry.at() - this.retryAt < 0) {
			this.retryAt = retry.at();
			schedule(Timer.RETRY, Math.max(0, retry.at() - this.now));
		}
	}

	/**
	 * ZooKeeper answered a read. That is contact as long as the registration that leads
	 * is known as it is, or was when it was published. A successor that is listed and not
	 * read yet is contact once: if it is never read, the published leader may have ended
	 * long ago.
	 */
	void answered() {
		boolean before = this.confirmation.settled();
		Member first = this.members.first();
		RegistrationName name = (first != null) ? first.name() : null;
		RegistrationName confirmed = (first == null || first.value() != null && first.isCurrent()) ? name
				: this.confirmation.leader();
		this.confirmation = new Confirmation(confirmed, Objects.equals(confirmed, name));
		if (before || this.confirmation.settled()) {
			this.session = this.session.answered(this.now);
		}
	}

}
