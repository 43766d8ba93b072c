package io.github.mesosdiscovery;

/**
 * A znode by which a master takes part in the election, readable or not.
 * <p>
 * The lowest sequence leads, compared as a signed 32-bit number across all labels, like
 * in the {@code Group} of Mesos.
 */
public sealed interface MasterRegistration permits MesosMaster, UnreadableMaster {

	/**
	 * Return the name of the znode without its path, for example
	 * {@code json.info_0000000003}.
	 * @return the name
	 */
	String znode();

	/**
	 * Return the number that ZooKeeper gave to the znode.
	 * @return the sequence, negative if the counter of the path has overflowed
	 */
	int sequence();

	/**
	 * Return the id of the transaction that created the znode (its czxid). It only grows
	 * within one ensemble: a later registration has a greater epoch, which fences an
	 * older leader off.
	 * @return the epoch, or 0 if it is not known
	 */
	long epoch();

}
