package io.github.mesosdiscovery;

import java.time.Duration;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * There is no leading master where one was needed. The message names the ensemble, the
 * path, the state of the connection and the children that were seen.
 */
public class NoLeadingMasterException extends RuntimeException {

	private final transient MasterSnapshot snapshot;

	/**
	 * Create a new exception.
	 * @param waited how long a leader was waited for
	 * @param snapshot what was known at the end
	 */
	public NoLeadingMasterException(Duration waited, MasterSnapshot snapshot) {
		super(describe(waited, snapshot));
		this.snapshot = snapshot;
	}

	/**
	 * Return what was known when the time was over.
	 * @return the snapshot
	 */
	public MasterSnapshot getSnapshot() {
		return this.snapshot;
	}

	private static String describe(Duration waited, MasterSnapshot snapshot) {
		MasterConnection connection = snapshot.connection();
		String children = Stream
			.concat(snapshot.registrations().stream().map(MasterRegistration::znode), snapshot.otherChildren().stream())
			.collect(Collectors.joining(", ", "[", "]"));
		String within = waited.isZero() ? "" : " within " + waited.toMillis() + " ms";
		return "No leading Mesos master" + within + ": ensemble " + connection.ensemble() + ", path "
				+ connection.path() + ", connection " + connection.state() + ", children seen " + children
				+ snapshot.problem().map((problem) -> ". " + problem.message()).orElse("");
	}

}
