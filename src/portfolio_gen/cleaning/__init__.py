"""What stays of what authors wrote when readers must not have to trust every one of them."""
