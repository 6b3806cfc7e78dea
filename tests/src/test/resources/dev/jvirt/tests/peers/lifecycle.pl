# lifecycle.pl URI FILE: one domain from its definition to its end, through Sys::Virt.
use strict;
use warnings;
use Sys::Virt;

$| = 1;
my ($uri, $file) = @ARGV;
my $text = do { local $/; open my $in, '<', $file or die; <$in> };

my $connection = Sys::Virt->new(uri => $uri);
print "open ", $connection->get_type, "\n";
print "before ", join(',', map { $_->get_name } $connection->list_all_domains), "\n";
my $domain = $connection->define_domain($text);
print "defined ", $domain->get_name, ' ', $domain->get_uuid_string, "\n";
print "inactive ", join(',', map { $_->get_name } $connection->list_defined_domains), "\n";
$domain->create;
print "started ", join(',', $domain->get_state), ' ', $domain->is_active, "\n";
$domain->suspend;
print "suspended ", join(',', $domain->get_state), "\n";
$domain->resume;
print "resumed ", join(',', $domain->get_state), "\n";
my $info = $domain->get_info;
print "info ", join(',', map { "$_=$info->{$_}" } qw(state maxMem memory nrVirtCpu)), "\n";
$domain->destroy;
print "destroyed ", join(',', $domain->get_state), "\n";
eval { $domain->destroy };
print "refused ", $@->code, ' ', $@->domain, ' ', $@->message, "\n";
$domain->undefine;
my @left = $connection->list_all_domains;
print "after ", scalar(@left), "\n";
