package io.github.mesosdiscovery;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Exception thrown when no master leads. The message has the ensemble, the path, the
 * state of the connection and the children of the path.
 */
public class NoLeadingMasterException extends RuntimeException {

	private final transient MasterSnapshot snapshot;

	/**
	 * Create a new exception.
	 * @param waited how long the caller waited for a leader
	 * @param snapshot the last snapshot
	 */
	public NoLeadingMasterException(Duration waited, MasterSnapshot snapshot) {
		super(describe(waited, snapshot));
		this.snapshot = snapshot;
	}

	/**
	 * Return the last snapshot.
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
		String within = waited.isZero() ? "" : " within " + TimeUnit.MILLISECONDS.convert(waited) + " ms";
		return "No leading Mesos master" + within + ": ensemble " + connection.ensemble() + ", path "
				+ connection.path() + ", connection " + connection.state() + ", children seen " + children
				+ snapshot.problem().map((problem) -> ". " + problem.message()).orElse("");
	}

}
