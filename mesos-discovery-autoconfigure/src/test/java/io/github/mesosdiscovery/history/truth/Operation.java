package io.github.mesosdiscovery.history.truth;

import java.util.List;

import org.jspecify.annotations.Nullable;

/**
 * What a transaction does.
 */
public sealed interface Operation {

	/** A znode is made; {@code owner} is its session if it is ephemeral, or 0. */
	record Create(String path, byte[] data, long owner) implements Operation {
	}

	/** A znode is deleted. */
	record Delete(String path) implements Operation {
	}

	/** A znode gets other data. */
	record SetData(String path, byte[] data) implements Operation {
	}

	/** A znode gets another ACL. */
	record SetAcl(String path) implements Operation {
	}

	/** A session begins. */
	record OpenSession() implements Operation {
	}

	/**
	 * A session ends, and its ephemeral znodes with it. Before ZooKeeper 3.6 the log does
	 * not say which they are.
	 */
	record CloseSession(@Nullable List<String> deleted) implements Operation {
	}

	/** Nothing, since it was refused for this reason. */
	record Refused(int code) implements Operation {
	}

	/** Something else. */
	record Other(int type) implements Operation {
	}

}
