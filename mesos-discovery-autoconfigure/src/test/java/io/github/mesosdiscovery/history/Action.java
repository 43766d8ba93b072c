package io.github.mesosdiscovery.history;

/**
 * What can be done to a run. Each is done to the master, locator or server of a number,
 * for some time where it lasts.
 */
enum Action {

	/** A master registers. */
	JOIN(24),
	/** A master registers with data that nobody can read. */
	JOIN_UNREADABLE(3),
	/** Many masters register and others leave, as fast as they can. */
	BURST(5),
	/** A master leaves as one that is shut down. */
	LEAVE(9),
	/** A master dies without a word. */
	CRASH(4),
	/** A master publishes something new about itself. */
	UPDATE(12),
	/** The data of a master becomes unreadable. */
	SPOIL(5),
	/** Somebody deletes a registration. */
	DELETE(7),
	/** Something that is no registration appears beside them. */
	REPLICA(1),
	/** ZooKeeper ends the session of a master. */
	EXPIRE_MASTER(3),
	/** The path is deleted with all that is in it, and made anew. */
	REMAKE(3),
	/** The path may not be read for some time. */
	DENY(1),
	/** A registration may not be read for some time. */
	DENY_ZNODE(2),

	/** The connections of a locator are reset. */
	RESET(5),
	/** A locator cannot connect for some time. */
	CUT(5),
	/**
	 * A locator cannot connect to one of the servers for some time, and goes elsewhere.
	 */
	CUT_ONE(2),
	/** Nothing passes between a locator and ZooKeeper for some time. */
	SILENCE(5),
	/** Nothing passes from a locator to ZooKeeper. */
	SILENCE_TO_SERVER(3),
	/** Nothing passes from ZooKeeper to a locator. */
	SILENCE_TO_CLIENT(3),
	/** ZooKeeper accepts sessions of a locator and answers no read. */
	WITHHOLD_ANSWERS(4),
	/** The network of a locator drops packets that are not quite small. */
	DROP_LARGE(3),
	/** The server forgets the connections of a locator without a word. */
	HALF_OPEN(2),
	/** Everything takes longer for some time. */
	DELAY(3),
	/** ZooKeeper ends the session of a locator. */
	EXPIRE_LOCATOR(4),
	/** No thread can be created for the client of a locator. */
	NO_THREADS(3),
	/** A locator is closed, and another one started in its place. */
	REPLACE(3),
	/** A listener joins late. */
	LISTEN(4),

	/** A server is killed and comes back. */
	KILL(3),
	/** A server is paused for some time. */
	PAUSE(4),
	/** All servers are killed one after the other. */
	ROLL(1),
	/** All servers are killed and come back with nothing. */
	WIPE(1);

	private final int weight;

	Action(int weight) {
		this.weight = weight;
	}

	boolean isOfServer() {
		return ordinal() >= KILL.ordinal();
	}

	int weight() {
		return this.weight;
	}

}
