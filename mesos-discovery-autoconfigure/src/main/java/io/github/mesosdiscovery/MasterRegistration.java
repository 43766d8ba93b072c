package io.github.mesosdiscovery;

import java.util.Comparator;

/**
 * A znode by which a master takes part in the election, whether it can be read or not.
 */
public sealed interface MasterRegistration permits MesosMaster, UnreadableMaster {

	/**
	 * The order of the election: the lowest sequence leads, compared as a signed 32-bit
	 * number across all labels, as the {@code Group} of Mesos does. Two znodes can share
	 * a sequence only if they were made by hand; then the name decides.
	 */
	Comparator<MasterRegistration> ELECTION_ORDER = Comparator.comparingInt(MasterRegistration::sequence)
		.thenComparing(MasterRegistration::znode);

	/**
	 * Return the name of the znode without its path, as {@code json.info_0000000003}.
	 * @return the znode's name
	 */
	String znode();

	/**
	 * Return the number that ZooKeeper gave to the znode.
	 * @return the sequence; negative when the counter of the path has wrapped
	 */
	int sequence();

	/**
	 * Return the id of the transaction that created the znode (its czxid). It only grows
	 * within one ensemble, so a greater epoch is a later registration, and it fences an
	 * older leader off.
	 * @return the epoch, or 0 when it is not known
	 */
	long epoch();

}
