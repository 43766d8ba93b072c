package io.github.mesosdiscovery.zookeeper.election;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;

import io.github.mesosdiscovery.ConnectionState;
import io.github.mesosdiscovery.MasterProblem;
import io.github.mesosdiscovery.MasterSnapshot;
import io.github.mesosdiscovery.zookeeper.election.Input.Decoded;
import io.github.mesosdiscovery.zookeeper.election.Input.MemberRead;
import io.github.mesosdiscovery.zookeeper.election.TransitionResult.LogEntry;
import org.jspecify.annotations.Nullable;

/**
 * What a transition logs: information for each new leader and for each connection that
 * brought a view, which is also the end of any trouble; a warning for each change into
 * trouble.
 */
final class TransitionLog {

	private final List<LogEntry> entries = new ArrayList<>();

	private final SessionState past;

	private final SessionState present;

	private final MasterSnapshot before;

	private final MasterSnapshot after;

	private TransitionLog(DetectorState past, DetectorState present) {
		this.past = past.session();
		this.present = present.session();
		this.before = past.snapshot();
		this.after = present.snapshot();
	}

	static List<LogEntry> of(Input input, DetectorState past, DetectorState present) {
		TransitionLog log = new TransitionLog(past, present);
		if (present.guard().generation() > past.guard().generation()) {
			log.warn("ZooKeeper keeps answering with an older view of " + present.settings().path()
					+ " than before: the ensemble was wiped or restored from a backup. Starting over with this view");
		}
		log.login();
		if (input instanceof MemberRead read && read.reply() instanceof Decoded decoded) {
			log.ignoredFields(present.members().get(read.name()), decoded);
		}
		log.connected();
		log.leader();
		return List.copyOf(log.entries);
	}

	private void login() {
		boolean anonymous = this.present.access().anonymous();
		if (anonymous && !this.past.access().anonymous()) {
			warn("The SASL login failed, and the client reads without authentication. To read nothing in this case,"
					+ " set mesos.discovery.zk.sasl.required");
		}
		else if (!anonymous && this.past.access().anonymous()) {
			info("The SASL login succeeded");
		}
	}

	/**
	 * Only for a reading that was adopted: one with the same content as the last was not.
	 */
	private void ignoredFields(@Nullable Member member, Decoded decoded) {
		if (member != null && member.value() == decoded.registration()) {
			decoded.warnings().forEach((warning) -> this.entries.add(new LogEntry(true, warning, true)));
		}
	}

	private void connected() {
		if (this.present.current() && !this.past.current()) {
			info("Connected to ZooKeeper at " + this.present.server() + ", path " + this.after.connection().path()
					+ ", with a session timeout of " + readable(this.present.timeout())
					+ this.before.leader()
						.filter((leader) -> this.after.connection().state() == ConnectionState.CONNECTED
								&& Registrations.isSameLeader(this.before, this.after))
						.map((leader) -> ". " + leader + " still leads")
						.orElse(""));
		}
	}

	private void leader() {
		MasterProblem problem = this.after.problem().orElse(null);
		if (problem != null && isWorse(problem)) {
			warn("No leading Mesos master" + this.before.leader().map((leader) -> " after " + leader).orElse("") + ". "
					+ problem.message());
		}
		else if (isReconnecting(this.after) && !isReconnecting(this.before)) {
			warn(lost());
		}
		else if (!Registrations.isSameLeader(this.before, this.after)) {
			this.after.leader().ifPresent((leader) -> info("Leading Mesos master: " + leader));
		}
	}

	private boolean isWorse(MasterProblem problem) {
		MasterProblem last = this.before.problem().orElse(null);
		return last == null || last.kind() != problem.kind()
				|| !Objects.equals(last, problem)
						&& (this.past.access().fault() == null && this.present.access().fault() != null
								|| !this.past.contact().silent() && this.present.contact().silent());
	}

	private String lost() {
		String fault = this.present.access().fault();
		return (this.present.isConnected() ? "Cannot read the masters from ZooKeeper at "
				: "Lost the connection to ZooKeeper at ") + this.after.connection().ensemble()
				+ ((fault != null) ? " (" + fault + ")" : "")
				+ this.after.leader()
					.map((leader) -> "; keeping " + leader + " as the leader for up to "
							+ readable(this.present.timeout()))
					.orElse("")
				+ "; reconnecting";
	}

	private void warn(String message) {
		this.entries.add(new LogEntry(true, message, false));
	}

	private void info(String message) {
		this.entries.add(new LogEntry(false, message, false));
	}

	private static boolean isReconnecting(MasterSnapshot snapshot) {
		return snapshot.connection().state() == ConnectionState.RECONNECTING;
	}

	private static String readable(long nanos) {
		return Duration.ofMillis(nanos / 1_000_000).toString().substring(2).toLowerCase(Locale.ROOT);
	}

}
